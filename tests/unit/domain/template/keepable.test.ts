import { describe, expect, test } from "vitest";
import type { Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { complete } from "./answers-to.ts";

const kept = (answers: Answers) => keepable(getTemplate("case-study-1"), answers);
const tooLarge = { ok: false, reason: "too-large" };

test("what is tidy already is kept as it is", () => {
  const measures = [{ name: "Passengers", before: "0", after: "1,140", unit: "a weekend" }];
  const images = [{ attachment: "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b", title: "", alt: "A bus", credit: "Us" }];
  const answers = { ...complete, measures, images, contactConsent: false };
  expect(kept(answers)).toEqual({ ok: true, value: answers });
});

test("every text is tidied, those in rows as well", () => {
  expect(
    kept({
      title: " e\u0301\0 ",
      lessons: "a\r\nb\rc",
      council: "Dor\0set ",
      topics: ["\0buses"],
      links: [{ title: " a\n b ", url: "https://a.example\0" }],
    }),
  ).toEqual({
    ok: true,
    value: {
      title: "\u00e9",
      lessons: "a\nb\nc",
      council: "Dorset",
      topics: ["buses"],
      links: [{ title: "a b", url: "https://a.example" }],
    },
  });
});

test("what no question asked for is left out, and so is what is not of its question's kind", () => {
  const link = { title: "a", url: "b" };
  expect(
    kept({
      colour: "red",
      constructor: "x",
      title: 1,
      topics: "buses",
      start: null,
      links: [{ ...link, colour: "red" }],
    }),
  ).toEqual({ ok: true, value: { links: [link] } });
});

describe("text that does not fit is kept for its writer to cut, up to five times its length", () => {
  const measure = (name: string) => ({ measures: [{ name, before: "", after: "", unit: "" }] });

  test.each<[string, (size: number) => Answers, number]>([
    ["a text", (size) => ({ title: "x".repeat(size) }), 500],
    ["a long answer", (size) => ({ challenge: "x".repeat(size) }), 50_000],
    ["a text in a row", (size) => measure("x".repeat(size)), 750],
    ["rows", (size) => ({ measures: Array(size).fill(measure("a").measures[0]) }), 50],
    ["what is chosen", (size) => ({ topics: Array(size).fill("buses") }), 50],
    ["a council that nobody knows", (size) => ({ council: "x".repeat(size) }), 1000],
  ])("%s", (_, answersOf, most) => {
    expect(kept(answersOf(most))).toEqual({ ok: true, value: answersOf(most) });
    expect(kept(answersOf(most + 1))).toEqual(tooLarge);
  });
});
