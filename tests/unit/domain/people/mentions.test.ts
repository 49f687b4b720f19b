import { expect, test } from "vitest";
import { mentions } from "#lib/domain/people/mentions.ts";

const words = { names: ["Jo", "Anne-Marie (Ann) O’Hara"], addresses: ["jo@kent.example", "01227 000000"] };

test.each<[unknown, boolean]>([
  ["Ask Jo about it", true],
  ["JO", true],
  ["A job well done in St Joseph’s, and Zoë-Jos", false],
  ["First line\nJo wrote this", true],
  ["Éjo", false],
  ["Write to JO@Kent.example.", true],
  ["Ring 01227 000000 in the morning", true],
  ["anne-marie (ann) o’hara", true],
  [[{ name: "Passengers", unit: "by Jo" }], true],
  [{ deep: [{ deeper: "jo@kent.example" }] }, true],
  [["Night buses", 7, true, null], false],
  ["Half a jo", false],
  [null, false],
])("%j says who somebody is: %s", (value, expected) => expect(mentions(value, words)).toBe(expected));

test("a name with signs that mean something in a pattern is looked for as it stands (V1.2.9)", () => {
  const found = (name: string, text: string) => mentions(text, { names: [name], addresses: [] });
  for (const name of ["J.*", "Jo+(x", "[a-z]{3}", "^Jo$|Ann?", "Jo\\b"]) {
    expect([found(name, `Ask ${name} about it`), found(name, "Ask Jo about Annabel")], name).toEqual([true, false]);
  }
});
