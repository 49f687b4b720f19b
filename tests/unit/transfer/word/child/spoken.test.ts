import { expect, test } from "vitest";
import type { RawReading } from "#lib/domain/word/raw-reading.ts";
import { heard, spoken } from "#lib/transfer/word/child/spoken.ts";

const reading: RawReading = {
  ...{ raw: { title: "Night buses" }, exact: {}, leftovers: [], pictures: [], mixed: {}, title: "" },
};
const picture = {
  ...{ question: null, heading: "", title: "", alt: "", credit: "", bytes: "AAAA", width: 1, height: 1 },
};
const words = (one: Partial<RawReading> = {}) =>
  spoken({ ok: true, value: { reading: { ...reading, ...one }, pictures: 3 } });

test("words come through whatever becomes of the pictures, with how many were left", () => {
  const output = words() + spoken({ picture }) + spoken({ picture }).slice(0, 20);
  expect(heard(output)).toEqual({ ok: true, value: { ...reading, pictures: [picture], picturesLeft: 2 } });
});

test("a picture that cannot be taken is left over, and is not counted as left in the file", () => {
  const leftover = { heading: "The solution", text: "A picture that could not be taken" };
  const output = words() + spoken({ leftover }) + spoken({ picture }) + spoken({ picture });
  expect(heard(output)).toMatchObject({ value: { leftovers: [leftover], picturesLeft: 0 } });
});

test("words that broke off are none", () => {
  expect(heard("")).toBeNull();
  expect(heard(words().slice(0, -1))).toBeNull();
});

test("nothing is said that a database cannot hold, or that is no sign at all", () => {
  const text = "a\0b\u0001c\ud800d\u0085e\tf\ng";
  const said = heard(words({ raw: { title: text }, leftovers: [{ heading: text, text }] }));
  const clean = "abc\ufffdde\tf\ng";
  expect(said).toMatchObject({ value: { raw: { title: clean }, leftovers: [{ heading: clean, text: clean }] } });
});
