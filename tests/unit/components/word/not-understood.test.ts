import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NotUnderstood } from "#components/word/not-understood.tsx";

const labelOf = (question: string | null, heading: string) => {
  const parts = [{ question, heading, text: "Words" }];
  return /<label[^>]*>([^<]*)/.exec(renderToStaticMarkup(createElement(NotUnderstood, { parts, name: "x" })))?.[1];
};

test("words that were not understood are labelled by where they stood", () => {
  expect(labelOf(null, "Risks")).toBe("Not understood, under “Risks”");
  expect(labelOf("impact", "")).toBe("Not understood");
  // They stand below "Not understood" already.
  expect(labelOf(null, "")).toBe("Words under no heading");
});
