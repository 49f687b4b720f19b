import { describe, expect, test } from "vitest";
import type { Term } from "#lib/domain/listing/groups.ts";
import { councilsNear, councilsTyped } from "#lib/domain/listing/typed/councils.ts";
import { readMonth } from "#lib/domain/calendar/written-month.ts";

const councils: Term[] = [
  { slug: "camden", name: "Camden", fullName: "London Borough of Camden" },
  { slug: "cornwall", name: "Cornwall", fullName: "Cornwall Council" },
  { slug: "dunmarrow", name: "Dunmarrow (example)", fullName: "Dunmarrow District Council (example)" },
  { slug: "greater-manchester", name: "Greater Manchester", fullName: "Greater Manchester Combined Authority" },
  { slug: "kent", name: "Kent", fullName: "Kent County Council" },
  { slug: "kent-fire", name: "Kent Fire", fullName: "Kent and Medway Fire and Rescue Authority" },
  { slug: "manchester", name: "Manchester", fullName: "Manchester City Council" },
  { slug: "ynys-mon", name: "Ynys Môn", fullName: "Isle of Anglesey County Council" },
  { slug: "telford", name: "Telford & Wrekin", fullName: "Telford and Wrekin Council" },
];
const meant = (text: string) => councilsTyped([text], councils)[0]?.slug;
const near = (text: string) => councilsNear(text, councils).map(({ slug }) => slug);

describe("a council is known by", () => {
  test.each([
    ["kent", "kent"],
    ["Kent County Council", "kent"],
    ["  kent   COUNTY ", "kent"],
    ["Kent Council", "kent"],
    ["Manchester City Council", "manchester"],
    ["manchester city", "manchester"],
    ["Cornwall Council", "cornwall"],
    ["The Council of Camden", undefined],
    ["The London Borough of Camden", "camden"],
    ["Dunmarrow", "dunmarrow"],
    ["Dunmarrow (example)", "dunmarrow"],
    ["dunmarrow district council", "dunmarrow"],
    ["Dunmarrow Council (Example)", "dunmarrow"],
    ["ynys mon", "ynys-mon"],
    ["Ynys Mo\u0302n Council", "ynys-mon"],
    ["Telford and Wrekin", "telford"],
    ["Dunm", undefined],
    ["council", undefined],
    ["??", undefined],
    ["__proto__", undefined],
  ])("%j", (text, slug) => expect(meant(text)).toBe(slug));

  test("a name of its own before that of another one that only is like it", () => {
    const two = [...councils, { slug: "real", name: "Dunmarrow", fullName: "Dunmarrow Council" }];
    expect(councilsTyped(["Dunmarrow"], two)[0]?.slug).toBe("real");
    expect(councilsTyped(["Dunmarrow (example)"], two)[0]?.slug).toBe("dunmarrow");
    expect(councilsTyped(["council dunmarrow"], two)[0]).toBeUndefined();
    expect(councilsNear("council dunmarrow", two).map(({ slug }) => slug)).toEqual(["dunmarrow", "real"]);
  });
});

describe("where no council has the name, those are offered that", () => {
  test.each([
    ["begin with it", "Dunm", ["dunmarrow"]],
    ["have it as a word, those that begin with it first", "Manchester Town", ["manchester", "greater-manchester"]],
    ["have the beginnings of its words", "bor camd", ["camden"]],
    ["have a word of it that tells", "Kent Country Council", ["kent", "kent-fire"]],
    ["begin like it", "Manchster", ["manchester"]],
  ])("%s: %j", (_, text, slugs) => expect(near(text)).toEqual(slugs));

  test.each(["", "council", "??", "zzzz", "North City Council"])("none for %j", (text) =>
    expect(near(text)).toEqual([]),
  );
});

describe("a month is read as", () => {
  test.each([
    ["2024", "2024-01", "2024-12"],
    ["2024-03", "2024-03", "2024-03"],
    ["2024-3", "2024-03", "2024-03"],
    ["2024/03", "2024-03", "2024-03"],
    ["03/2024", "2024-03", "2024-03"],
    ["3 / 2024", "2024-03", "2024-03"],
    ["03-2024", "2024-03", "2024-03"],
    ["March 2024", "2024-03", "2024-03"],
    ["MAR 2024", "2024-03", "2024-03"],
    ["Sept. 2024", "2024-09", "2024-09"],
    ["June, 2024", "2024-06", "2024-06"],
    ["december2024", "2024-12", "2024-12"],
    ["2024 July", "2024-07", "2024-07"],
    ["soon", null, null],
    ["March", null, null],
    ["Ma 2024", null, null],
    ["Marsh 2024", null, null],
    ["2024 May 2025", null, null],
    ["13/2024", null, null],
    ["2024-00", null, null],
    ["1899", null, null],
    ["20244", null, null],
    ["03/24", null, null],
    ["constructor", null, null],
  ])("%j", (text, from, to) => expect([readMonth(text, "from"), readMonth(text, "to")]).toEqual([from, to]));
});
