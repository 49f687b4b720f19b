import { expect, test } from "vitest";
import { letterInWords, linkInWords } from "#lib/domain/people/copy-words.ts";
import { letters } from "#lib/mail/letters.ts";

test("a copy has words for every letter and for whatever a letter opens", () => {
  const opened = Object.values(letters).flatMap((letter) => ("opens" in letter ? [letter.opens] : []));
  const asKept = [
    ...Object.keys(letters).filter((kind) => letterInWords(kind) === kind),
    ...opened.filter((purpose) => linkInWords(purpose) === purpose),
  ];
  expect(asKept).toEqual([]);
});
