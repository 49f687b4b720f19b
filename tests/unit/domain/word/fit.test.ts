import { expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { fitReading } from "#lib/domain/word/fit.ts";
import type { RawReading } from "#lib/domain/word/raw-reading.ts";
import { names } from "#tests/support/word/answers.ts";

const template = getTemplate("case-study-1");
const known = { ...names, attachments: [] };
const fit = (raw: Partial<RawReading>) =>
  fitReading(template, { raw: {}, exact: {}, leftovers: [], pictures: [], mixed: {}, title: "", ...raw }, known);
const charactersIn = (fitted: ReturnType<typeof fit>) => JSON.stringify(fitted).length;

test("words that nobody understood are kept whole while one page can show them", () => {
  const leftovers = [{ heading: "Risks", text: "None. ".repeat(1000) }];
  expect(fit({ leftovers })).toMatchObject({ notUnderstood: leftovers, isCut: false });
});

test("of more than one page can show the beginning is kept, and that it is only that", () => {
  const long = fit({ leftovers: [{ heading: "Risks".repeat(100), text: "😀".repeat(40_000) }] });
  expect(long.isCut).toBe(true);
  expect(long.notUnderstood[0]?.text.startsWith("😀😀")).toBe(true);
  expect(charactersIn(long)).toBeLessThan(61_000);
  const many = fit({ leftovers: Array.from({ length: 5000 }, () => ({ heading: "", text: "Risk" })) });
  expect(many.isCut).toBe(true);
  expect(many.notUnderstood).toHaveLength(100);
});

test("an answer that is far too long is cut with the rest of what is shown", () => {
  const long = fit({ raw: { challenge: "The last bus left at seven. ".repeat(100_000) } });
  expect(long.notUnderstood[0]).toMatchObject({ question: "challenge" });
  expect(charactersIn(long)).toBeLessThan(61_000);
});

test("whom to ask is a few short lines, and longer ones are not lost", () => {
  const { contact, notUnderstood } = fit({ raw: { contact: { email: "a@b.gov.uk", name: "Transport ".repeat(50) } } });
  expect(contact).toEqual({ email: "a@b.gov.uk", name: "", phone: "" });
  expect(notUnderstood).toMatchObject([{ question: "contact", text: "Transport ".repeat(50) }]);
});
