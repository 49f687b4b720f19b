import fc from "fast-check";
import { compareTexts } from "#lib/domain/difference/texts.ts";
import type { Segment } from "#lib/domain/difference/segments.ts";

const word = fc.constantFrom(
  ...[
    "the",
    "bus",
    "fares",
    "£20,000",
    "e-mail",
    "**",
    "- ",
    ".",
    ",",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n\n\n",
    "\t",
    "😀",
    "",
  ],
);

/** Text that is likely to have something in common with another: few words, and any character now and then. */
export const anyText = fc
  .array(fc.oneof({ arbitrary: word, weight: 9 }, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 60 })
  .map((words) => words.join(""));

/** One side of a comparison, put together again. */
export const sideOf = (segments: readonly Segment[], other: "removed" | "added") =>
  segments
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join("");

/** What changed, with marks around it and ¶ where a line ends: "a {-bus-}{+tram+}". A passage each. */
export const marked = (old: string, fresh: string, compare = compareTexts) =>
  compare(old, fresh).map(({ moved, segments }) =>
    segments
      .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `{-${text}-}`))
      .join("")
      .replaceAll("\n", "¶")
      .concat(moved ? " moved" : ""),
  );
