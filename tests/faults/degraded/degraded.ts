/*
 * What readers and authors see when something the site leans on is missing, and whether anything is lost by it.
 *
 *   npm run test:long -- degraded
 *   npm run test:long -- degraded --only=mail
 *
 * Each scene starts the site as `npm start` does, on a port and a data folder of its own: with a full disk for files, with a
 * virus scanner that is gone, with a bucket that answers with faults and then not at all, with a mail server that hangs and
 * refuses, and with jobs whose clock is an hour ahead and an hour behind. Needs root, to fill a disk, and libfaketime, which it
 * installs where it can. Takes about four minutes.
 */
import { parseArgs } from "node:util";
import { clockScene } from "./clock.ts";
import { bucketScene, diskScene, scannerScene } from "./files.ts";
import { mailScene } from "./mail.ts";
import type { Line } from "./scene.ts";

const scenes: Record<string, () => Promise<Line[]>> = {
  disk: diskScene,
  scanner: scannerScene,
  bucket: bucketScene,
  mail: mailScene,
  clock: clockScene,
};

const { values } = parseArgs({ options: { only: { type: "string" } } });
let failed = 0;
for (const [name, play] of Object.entries(scenes)) {
  if (values.only && values.only !== name) continue;
  const lines = await play().catch((error: unknown): Line[] => [
    { what: "the scene could be played", is: false, saw: String(error) },
  ]);
  for (const { what, is, saw } of lines) {
    console.log(`${is ? "kept  " : "BROKEN"}  ${name}: ${what}${saw ? `  (${saw})` : ""}`);
    if (!is) failed += 1;
  }
  // A scene that looks at nothing would always be well.
  if (!lines.length) failed += 1;
}
console.log(`promises broken  ${failed}`);
process.exit(failed ? 1 : 0);
