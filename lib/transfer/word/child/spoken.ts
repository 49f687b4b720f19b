import { z } from "zod";
import type { Result } from "#lib/domain/result.ts";
import { template } from "#lib/domain/template/questions.ts";
import type { FoundPicture, Leftover, RawReading } from "#lib/domain/word/raw-reading.ts";
import type { WordRefusal } from "#lib/domain/word/refusals.ts";

/** What the reader is told before the document: what it is read for, and the files that are there already. */
export const asked = z.object({ template, files: z.array(z.string()).readonly() });
export type Asked = z.output<typeof asked>;

/** What the reader says first: the words, and how many pictures it will try. */
export type Words = Result<{ reading: RawReading; pictures: number }, WordRefusal>;
/** What it says of each picture. */
export type Seen = { picture: FoundPicture } | { leftover: Leftover };

/**
 * One line of what the reader says. Characters that no database holds, and signs that no page shows, end here: whatever was
 * made of a file, nothing of it comes further with them.
 */
export const spoken = (said: Words | Seen): string =>
  `${JSON.stringify(said, (_key, value: unknown) => (typeof value === "string" ? writable(value) : value))}\n`;

const writable = (text: string) => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "");

/** What was said up to where it broke off. Null where that is not even the words. */
export function heard(output: string): RawReadingHeard | null {
  const lines = output.split("\n").slice(0, -1);
  const [words, ...seen] = lines.map((line) => JSON.parse(line) as unknown);
  if (!words) return null;
  return withPictures(words as Words, seen as Seen[]);
}

type RawReadingHeard = Result<RawReading, WordRefusal>;

function withPictures(words: Words, seen: readonly Seen[]): RawReadingHeard {
  if (!words.ok) return words;
  const { reading, pictures } = words.value;
  const kept = seen.flatMap((one) => ("picture" in one ? [one.picture] : []));
  const leftovers = seen.flatMap((one) => ("leftover" in one ? [one.leftover] : []));
  return {
    ok: true,
    value: {
      ...reading,
      pictures: kept,
      leftovers: [...reading.leftovers, ...leftovers],
      picturesLeft: pictures - seen.length,
    },
  };
}
