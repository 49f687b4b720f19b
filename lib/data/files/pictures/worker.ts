import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, onWhite, shrink, toJpeg, toWebp, type Pixels } from "./codecs.ts";
import { toStandardColours } from "./colours.ts";
import { profileIn } from "./profile-in.ts";

/*
 * A process of its own, with little memory and time and no way to any file but those it is given: it opens what strangers send.
 * Arguments: the picture, the folder for what is made of it, the widths. It says what it made in one line.
 */
const [source = "", folder = "", ...widths] = process.argv.slice(2);
const bytes = readFileSync(source);
const whole = await decode(bytes);
// Before it is made smaller: whatever lies behind what cannot be seen would come through.
onWhite(whole);
const most = Math.max(...widths.map(Number));
const largest = whole.width > most ? await shrink(whole, most) : whole;
try {
  const profile = profileIn(bytes);
  if (profile) toStandardColours(largest, profile);
} catch {
  // A profile that cannot be read is left out.
}

writeFileSync(join(folder, "whole"), await toJpeg(largest));
const made: number[] = [];
let last: Pixels = largest;
for (const width of widths.map(Number).toSorted((a, b) => b - a)) {
  if (width > largest.width) continue;
  last = width === last.width ? last : await shrink(last, width);
  writeFileSync(join(folder, String(width)), await toWebp(last));
  made.push(width);
}
process.stdout.write(JSON.stringify({ width: largest.width, height: largest.height, widths: made }));
