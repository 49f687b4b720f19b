import { ok, refuse, type Result } from "../result.ts";
import { lengthOf, oneLine } from "../template/text.ts";

const longest = 60;
const most = 20;

/** Reads words that mean the same, separated by commas. @returns them, or what to mend */
export function readSynonyms(typed: string): Result<string[], string> {
  const words = [...new Set(typed.split(",").map((word) => oneLine(word).toLowerCase()))].filter(Boolean);
  if (words.length < 2) return refuse("Give two or more words or phrases, separated by commas");
  if (words.length > most) return refuse(`Give ${most} words or phrases or fewer`);
  const long = words.find((word) => lengthOf(word) > longest);
  return long
    ? refuse(`Each must be ${longest} characters or fewer: “${[...long].slice(0, 30).join("")}…” is not`)
    : ok(words);
}
