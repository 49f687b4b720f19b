import { buffer } from "node:stream/consumers";
import { refuse } from "#lib/domain/result.ts";
import { wordLimits } from "#lib/domain/word/refusals.ts";
import { readWord } from "../reading/read-word.ts";
import { safePictures } from "./safe-pictures.ts";
import { asked, spoken } from "./spoken.ts";

// Reads what is asked and, after its line, a Word file from its input, and writes what it read of it: the words in one line, and
// each picture in one more, so that whatever becomes of the pictures, the words have been said.
const input = await buffer(process.stdin);
const end = input.indexOf("\n");
const { template, files } = asked.parse(JSON.parse(input.subarray(0, end).toString("utf8")));
const outcome = await readWord(input.subarray(end + 1), template, (file) => files.includes(file));
const pictures = outcome.ok ? outcome.value.pictures : [];
const words = spoken(
  outcome.ok
    ? { ok: true, value: { reading: { ...outcome.value, pictures: [] }, pictures: pictures.length } }
    : outcome,
);
await say(words.length > wordLimits.words ? spoken(refuse("tooMuch")) : words);
for await (const seen of safePictures(pictures)) await say(spoken(seen));

function say(line: string): Promise<void> {
  return new Promise((resolve) => void process.stdout.write(line, () => resolve()));
}
