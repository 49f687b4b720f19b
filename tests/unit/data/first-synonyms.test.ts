import { expect, test } from "vitest";
import { shareWord } from "#lib/domain/search/synonyms.ts";
import synonyms from "#prisma/seed/synonyms.json" with { type: "json" };

test("no word stands in two of the sets that every installation begins with, as in those that editors write", () => {
  const sharing = synonyms.flatMap(({ words }, place) =>
    synonyms.slice(place + 1).flatMap((other) => (shareWord(words, other.words) ? [[words, other.words]] : [])),
  );
  expect(sharing).toEqual([]);
});
