import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CommentsToGo } from "#components/review/desk/comments-to-go.tsx";
import { LetterPreview } from "#components/review/desk/letter-preview.tsx";
import type { FactCheck } from "#components/review/fact-checks.tsx";
import { FactsOutstanding } from "#components/review/facts-outstanding.tsx";
import { isSaidInLetter } from "#lib/domain/workflow/desk-words.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";

const textOf = (markup: string) => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("before changes are asked for", () => {
  const sections = [
    { key: "impact", title: "The impact" },
    { key: "lessons", title: "Lessons learned" },
  ];
  const shown = (comments: { id: string; section: string; text: string }[]) =>
    textOf(renderToStaticMarkup(createElement(CommentsToGo, { sections, comments })));

  test("every comment to the council is counted and shown under its section, in the order of the form", () => {
    const text = shown([
      { id: "1", section: "lessons", text: "Which drivers?" },
      { id: "2", section: "impact", text: "Which <Sundays>?" },
    ]);
    expect(text).toContain("2 comments to the council.");
    expect(text).toMatch(/The impact Which &lt;Sundays&gt;\? Lessons learned Which drivers\?/);
  });

  test("it is said where there is none", () => expect(shown([])).toContain("No comment is written to the council."));

  test("a stand-in is where the letter has its link", () => {
    const letter = { subject: "s", paragraphs: ["Open the link below."], button: { text: "See it" }, closing: [] };
    const text = textOf(
      renderToStaticMarkup(createElement(LetterPreview, { to: ["a@kent.example", "b@kent.example"], letter })),
    );
    expect(text).toContain("[the link “See it”]");
    expect(text).toContain("To a@kent.example and b@kent.example");
  });
});

test.each([
  ["requestChanges", true, true],
  ["schedule", false, true],
  ["handOver", false, true],
  ["accept", false, false],
  ["publish", false, false],
  ["publish", true, true],
  ["unschedule", false, false],
] satisfies [Move, boolean, boolean][])(
  "whether a letter says what is typed: %s, with a reason: %s",
  (move, reasoned, is) => expect(isSaidInLetter(move, reasoned)).toBe(is),
);

describe("before a text is settled", () => {
  const check: FactCheck = {
    ...{ id: "1", name: "Dr Zoë Checker", email: "zoe@kent.example", revision: 2, remarks: [] },
    ...{ askedAt: new Date(), expiresAt: new Date(), revokedAt: null, answeredAt: new Date() },
    ...{ standing: "answered", verdict: "wrong" },
  };
  const other: FactCheck = { ...check, id: "2", name: "Priya Nair", standing: "open", verdict: null };
  const shown = (checks: FactCheck[], latestRevision = 2) =>
    renderToStaticMarkup(createElement(FactsOutstanding, { checks, latestRevision, words: "/desk#fact-check" }));

  test("what a fact check asks for is said as that, with the way to it", () => {
    const markup = shown([check, other]);
    expect(textOf(markup)).toContain("The fact check asks for changes");
    expect(textOf(markup)).not.toContain("being checked");
    expect(markup).toContain('href="/desk#fact-check"');
    expect(textOf(markup)).toContain("Priya Nair has not answered yet.");
  });

  test("an answer about an older text is said to be one", () =>
    expect(textOf(shown([check], 3))).toContain("wanted some things to change in an older text"));

  test("an answer that is awaited is said as that, and otherwise there is nothing to say", () => {
    expect(textOf(shown([other]))).toContain("Facts are being checked");
    expect(shown([{ ...check, verdict: "right" }])).toBe("");
  });
});
