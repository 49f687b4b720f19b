import { expect, test } from "vitest";
import { itemsIn, type Block } from "#lib/domain/imports/saved-listing/items.ts";
import { tidySummary } from "#lib/domain/imports/saved-listing/summary.ts";

const blocks = (...texts: string[]): Block[] => texts.map((text) => ({ text, href: null, standsOut: false }));

test("items of plain text are a title, a summary of one paragraph or more, and perhaps a link to more", () => {
  const items = itemsIn(
    blocks(
      ...["First title", "Its summary.", "More of it.", "View allEarly Years articles"],
      ...["Can titles ask?", "They can.", "Background", "And here is more.", "Third", "The end."],
    ),
    false,
  );
  expect(items).toEqual([
    { title: "First title", href: null, paragraphs: ["Its summary.", "More of it."], viewAll: "Early Years" },
    {
      title: "Can titles ask?",
      href: null,
      paragraphs: ["They can.", "Background", "And here is more."],
      viewAll: null,
    },
    { title: "Third", href: null, paragraphs: ["The end."], viewAll: null },
  ]);
});

test("sentences that come again go, as do headings that came along; what is short may come twice", () => {
  expect(
    tidySummary([
      "Background",
      "This is how it was done. This is how it was done. It worked.",
      "It worked. The challenge",
    ]),
  ).toEqual({
    summary: "This is how it was done. It worked. It worked.",
    repeated: ["This is how it was done."],
    headings: ["Background", "The challenge"],
  });
});
