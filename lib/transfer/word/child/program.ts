import { buffer } from "node:stream/consumers";
import { template as schema } from "#lib/domain/template/questions.ts";
import { readWord } from "../reading/read-word.ts";
import { withSafePictures } from "./safe-pictures.ts";

// Reads a template and, after its line, a Word file from its input, and writes what it read of it.
const input = await buffer(process.stdin);
const end = input.indexOf("\n");
const template = schema.parse(JSON.parse(input.subarray(0, end).toString("utf8")));
const outcome = await readWord(input.subarray(end + 1), template);
const done = outcome.ok ? { ...outcome, value: await withSafePictures(outcome.value) } : outcome;
process.stdout.write(JSON.stringify(done));
