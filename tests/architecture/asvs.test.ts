import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { complaintsAbout } from "#tests/security/complaints.ts";
import { level1, level2, proved, unmet } from "#tests/security/requirement.ts";
import { inapplicable } from "#tests/security/requirements/inapplicable.ts";
import { requirements } from "#tests/security/requirements.ts";
import { asvsTable } from "#tests/security/table.ts";
import { claimsOfLines, claimsOfTests, readClaims } from "#tests/security/titles.ts";

const claims = readClaims();

test("the list says of every requirement what the titles of tests say", () => {
  expect(complaintsAbout(claims)).toEqual([]);
});

test("asvs.md is what would be made now: `node tests/security/asvs.ts`", () => {
  expect(readFileSync("tests/security/asvs.md", "utf8")).toBe(asvsTable(claims));
});

test("the list is whole: 70 requirements of level 1 and 183 of level 2, in the standard's order", () => {
  const ofLevel = (level: 1 | 2) => requirements.filter((one) => one.level === level).map(({ id }) => id);
  const left = inapplicable.map(({ level1, level2 }) => [level1, level2] as const);
  const count = (level: 1 | 2) => new Set([...ofLevel(level), ...left.flatMap((two) => two[level - 1] ?? [])]).size;
  expect([count(1), count(2)]).toEqual([70, 183]);

  const ids = requirements.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
});

test("whatever differs is complained of", () => {
  const list = {
    requirements: [
      level1("V1.1.1", "a", proved),
      level2("V1.1.2", "b", unmet("no test names it yet")),
      level1("V1.1.3", "c", proved),
    ],
    inapplicable: [{ why: "none", level1: ["V1.1.4"], level2: [] }],
    ownList: new Set(["V1.1.1", "V1.1.4"]),
  };
  const claim = (...ids: string[]) => ({ ids, file: "a.test.ts", title: "t" });
  expect(complaintsAbout([claim("V1.1.1", "V1.1.3")], { ...list, ownList: new Set(["V1.1.1"]) })).toEqual([]);
  expect(complaintsAbout([claim("V1.1.2", "V1.1.3"), claim("V1.1.4", "V9.9.9")], list)).toEqual([
    "V1.1.2 is said to be unmet, and is claimed by “a.test.ts: t”.",
    "V1.1.4 is said not to apply, and is claimed by “a.test.ts: t”.",
    "V9.9.9 is not in the list, and is claimed by “a.test.ts: t”.",
    "V1.1.1 is said to be proved, and no title has its number.",
    "V1.1.4 is on the product's own list and has to be proved, or unmet with the reason.",
  ]);
});

describe("what a file claims", () => {
  test("is in the titles of tests and groups, however they are written", () => {
    const text = `
      describe("a form (V1.1.1)", () => {
        test("is kept (V1.1.2, V10.4.11)", () => undefined);
        test.each([1])("of %s is kept (V1.1.3)", () => undefined);
        for (const a of []) test(\`a \${a} is kept (V1.1.4)\`, () => undefined);
        test.skip("is lost (V1.1.5)", () => undefined);
        expect("nothing (V1.1.6)").toBe("a (V1.1.7)");
      });
      describe.skip("a group", () => { test("of which nothing runs (V1.1.8)", () => undefined); });`;
    expect(claimsOfTests("a.test.ts", text).map(({ ids, title }) => [title, ...ids])).toEqual([
      ["a form", "V1.1.1"],
      ["a form is kept", "V1.1.2", "V10.4.11"],
      ["a form of %s is kept", "V1.1.3"],
      ["a form a … is kept", "V1.1.4"],
    ]);
  });

  test("is in the lines of a program that proves something", () => {
    const text = ` * Kills the site again and again: nothing is lost (V2.3.3).\nconst a = "(V1.x)";\n  // Both win (V2.3.4)`;
    expect(claimsOfLines("a.ts", text).map(({ ids, title }) => [title, ...ids])).toEqual([
      ["Kills the site again and again: nothing is lost.", "V2.3.3"],
      ["Both win", "V2.3.4"],
    ]);
  });
});
