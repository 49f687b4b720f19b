/*
 * Proves who may do what: every method of every route, asked by everybody who might, in every way that has led past a guard
 * before, through the gate and without it. What is refused changes nothing, and what is given holds nothing of somebody else's.
 *
 *   npm run test:long -- matrix [--only=/editor/people]
 *
 * The table is in the folder beside this; its last words are figures, and it ends with 1 if anything was not as tabled.
 */
import { parseArgs } from "node:util";
import { openAttackedSite } from "./world/site.ts";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

console.log("Starting the site…");
const site = await openAttackedSite();
try {
  const { runMatrix } = await import("./run.ts");
  process.exitCode = (await runMatrix(site, values.only)) ? 0 : 1;
} finally {
  await site.stop();
}
process.exit();
