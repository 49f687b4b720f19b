/*
 * Writes `asvs.md` anew, and says where the list and the titles of tests differ.
 *
 *   node tests/security/asvs.ts
 */
import { writeFileSync } from "node:fs";
import { complaintsAbout } from "./complaints.ts";
import { asvsTable } from "./table.ts";
import { readClaims } from "./titles.ts";

const claims = readClaims();
writeFileSync(new URL("asvs.md", import.meta.url), asvsTable(claims));
const complaints = complaintsAbout(claims);
complaints.forEach((one) => console.error(one));
process.exitCode = complaints.length ? 1 : 0;
