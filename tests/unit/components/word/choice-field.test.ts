import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChoiceField } from "#components/word/choice-field.tsx";
import { current, getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import type { Kept } from "#lib/domain/word/choices.ts";

const question = questionsOf(getTemplate(current.caseStudy)).find(({ key }) => key === "lessons")!;
const names = { topics: [], supportTypes: [], councils: [], contact: null };
const html = (now: unknown, chosen?: Kept) => {
  const choice = { question, now, read: "Ask.", same: false, preset: now ? ("form" as const) : ("word" as const) };
  const about = { choice, names, chosen, misfit: undefined, mixed: undefined, labelled: false };
  return renderToStaticMarkup(createElement(ChoiceField, about));
};
const boxes = (text: string) => [...text.matchAll(/<input[^>]*type="(checkbox|radio)"[^>]*>/g)];

test("where the form is empty there is one box to tick, ticked unless it was left before", () => {
  const first = html(undefined);
  expect(first).not.toContain("Keep what is in the form");
  expect(boxes(first).map(([box, kind]) => [kind, box.includes("checked")])).toEqual([["checkbox", true]]);
  expect(boxes(html(undefined, "form")).map(([box]) => box.includes("checked"))).toEqual([false]);
});

test("where the form says something else both are there to choose from", () => {
  expect(boxes(html("Tell.")).map(([box, kind]) => [kind, box.includes("checked")])).toEqual([
    ["radio", true],
    ["radio", false],
  ]);
});
