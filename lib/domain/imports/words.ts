import type { Counts, Finding, Outcome, Weight } from "./findings.ts";
import { charactersOrFewer } from "../template/text.ts";
import { daysFilesKept, importLimits, longestImportReason, longestSource } from "./limits.ts";

/** What rows are called that have been looked through, or have been brought in. */
export const outcomeWords: Record<Outcome, string> = {
  new: "New",
  changed: "Changed",
  unchanged: "Unchanged",
  wrong: "Wrong",
};

export const weightWords: Record<Weight, string> = { wrong: "Wrong", todo: "To do", note: "Note", change: "Changes" };

/** How an import stands, in a few words. */
export const stageWords: Record<string, string> = {
  arriving: "Not all of it arrived",
  waiting: "Being looked through",
  checked: "Looked through, not brought in",
  confirmed: "Being brought in",
  done: "Brought in",
  refused: "Not brought in",
};

/** What whoever brings a file is told where it is not taken. */
export const askRefusals = {
  none: "Choose a file",
  empty: "This file is empty. Open it to see what is in it, save it again and choose that",
  tooLarge: `This file is larger than ${importLimits.bytes / 1024 / 1024} MB. Divide it and import the parts one after the other`,
  damaged: "The file did not arrive whole. Choose it again",
  source: "Enter where the rows come from, like “Old directory”",
  reason: "Enter why they are published at once. It stands in the history of each",
  sourceTooLong: `Use ${charactersOrFewer(longestSource)} for where the rows come from`,
  reasonTooLong: `Use ${charactersOrFewer(longestImportReason)} for why they are published at once`,
  publish: "Only an administrator can publish at once. Import them as drafts",
  base: "Enter an address that starts with https://, or leave it empty",
} as const;

/** A finding in one line. */
export function findingWords({ weight, column, value, message }: Finding): string {
  if (weight === "change") return message;
  const where = [column && `${column}:`, value && `“${value}”.`].filter(Boolean).join(" ");
  return where ? `${where} ${message}` : message;
}

/** How many rows would be brought in. */
export const countToBring = ({ new: fresh, changed }: Counts): number => fresh + changed;

export const filesKeptWords = `The file is deleted when it has been brought in, or after ${daysFilesKept} days.`;
