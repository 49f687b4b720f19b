import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookedFor, mostWords, readAsked, withoutSigns } from "#lib/domain/search/asked.ts";
import { asMeant, asTyped } from "#lib/domain/search/corrected.ts";
import { markedParts } from "#lib/domain/search/marking.ts";
import { passageOf } from "#lib/domain/search/passage.ts";
import { recognise, topicsNear } from "#lib/domain/search/recognise.ts";
import { looksLikeAcronym, ordinaryAcronymsOf } from "#lib/domain/search/acronyms.ts";
import { catalogue } from "#tests/support/catalogue.ts";

test.each([
  [["send", "special educational needs and disabilities", "special needs"], ["send"]],
  [["asc", "adult social care"], []],
  [["bins", "refuse", "waste"], []],
  [["rap", "road action plan"], ["rap"]],
])("of %j the acronyms that are words too are %j", (set, expected) => {
  expect(ordinaryAcronymsOf(set, (word) => ["send", "rap", "bins", "waste"].includes(word))).toEqual(expected);
});

test.each([
  ["VAWG", true],
  ["shdf", true],
  ["Gdpr", true],
  ["saas", false],
  ["Rhyl", false],
  ["évcp", false],
  ["A", false],
])("whether %s looks like an acronym: %s", (word, expected) => {
  expect(looksLikeAcronym(word)).toBe(expected);
});

describe("what is typed is taken apart", () => {
  test.each([
    ["night buses", { words: ["night", "buses"] }],
    ['"night buses" rural', { words: ["rural"], phrases: ["night buses"] }],
    ["buses -rural", { words: ["buses"], without: ["rural"] }],
    ['buses -"night shift"', { words: ["buses"], without: ["night shift"] }],
    ["(buses), well-being!", { words: ["buses", "well-being"] }],
    ["“night buses” rural", { words: ["rural"], phrases: ["night buses"] }],
    ['"never closed', { words: ["never", "closed"] }],
    ['"" - -- !', {}],
    ["-", {}],
  ])("%s", (typed, expected) => {
    expect(readAsked(typed)).toEqual({ words: [], phrases: [], without: [], ...expected });
  });

  test("only so much of a pasted page is looked for", () => {
    const long = Array.from({ length: mostWords + 20 }, (_, index) => `w${index}`).join(" ");
    expect(readAsked(long).words).toHaveLength(mostWords);
    expect(lookedFor(long).split(" ")).toHaveLength(mostWords);
    expect(lookedFor("a few words")).toBe("a few words");
  });

  test("only so many quoted and unwanted parts are", () => {
    const many = Array.from({ length: 9 }, (_, index) => (index % 2 ? `"p${index} q"` : `-w${index}`)).join(" ");
    const { phrases, without } = readAsked(many);
    expect(phrases.length + without.length).toBe(5);
    expect(lookedFor(many)).toBe('-w0 "p1 q" -w2 "p3 q" -w4');
  });

  test("signs can be let go of", () => {
    expect(withoutSigns('"night buses" rural -late')).toBe("night buses rural");
  });
});

test("a corrected search can be read, and asked as it was typed", () => {
  const corrections = [{ typed: "libaries", meant: "libraries" }];
  expect(asMeant("rural libaries", corrections)).toBe("rural libraries");
  expect(asTyped("rural libaries", corrections)).toBe('rural "libaries"');
  const within = [{ typed: "recyclin", meant: "recycling" }];
  expect(asMeant("recycling recyclin", within)).toBe("recycling recycling");
  expect(asTyped("recycling recyclin", within)).toBe('recycling "recyclin"');
});

describe("marks", () => {
  test("stand around whole words, whatever their case and accents", () => {
    expect(markedParts("Cafés and a CAFE, not cafeteria", new Set(["cafe", "cafes"]))).toEqual([
      { text: "Cafés", found: true },
      { text: " and a ", found: false },
      { text: "CAFE", found: true },
      { text: ", not cafeteria", found: false },
    ]);
  });

  test("add nothing and take nothing away", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, forms) => {
        const parts = markedParts(text, new Set(forms));
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }),
    );
  });
});

describe("the passage", () => {
  const text = "First about nothing. The bus left late.\nA late bus in a late town. The bus again.";
  test("is the sentence with the most different words, the first of them", () => {
    expect(passageOf(text, new Set(["bus", "late"]))).toBe("The bus left late.");
    expect(passageOf(text, new Set(["bus", "town"]))).toBe("A late bus in a late town.");
  });

  test("is no paragraph's whose words stand in several sentences where a later one has them in one", () => {
    const spread = "A bus came. It was late, in a town.\nNothing here.\nThe cafÉ’s bus was late in town.";
    expect(passageOf(spread, new Set(["bus", "late", "town"]))).toBe("The cafÉ’s bus was late in town.");
    expect(passageOf(spread, new Set(["cafe"]))).toBe("The cafÉ’s bus was late in town.");
  });

  test("is nothing where the text has none of the words", () => {
    expect(passageOf(text, new Set(["tram"]))).toBeNull();
    expect(passageOf("", new Set(["tram"]))).toBeNull();
  });

  test("of a long sentence is cut between words, around the word", () => {
    const long = `${"many words before ".repeat(30)}quokka ${"and many after ".repeat(30)}`;
    const passage = passageOf(long, new Set(["quokka"])) ?? "";
    expect(passage).toMatch(/^… (many|words|before) .* quokka .* …$/);
    expect([...passage].length).toBeLessThanOrEqual(224);
  });
});

test("a passage never loses the word it is shown for", () => {
  const long = `${"some words before ".repeat(20)}https://council.example/${"a".repeat(70)}/libraries/ ${"and more ".repeat(30)}`;
  expect(passageOf(long, new Set(["libraries"]))).toContain("libraries");
});

describe("names in a search", () => {
  const namesIn = (q: string) => recognise(q, catalogue).map(({ group, slug, rest }) => `${group} ${slug} | ${rest}`);
  test("of topics and councils are recognised, with the words beside them", () => {
    expect(namesIn("libraries")).toEqual(["topic libraries | "]);
    expect(namesIn("late Libraries, open")).toEqual(["topic libraries | late open"]);
  });

  test("are not recognised in what is not wanted or has to stand as it does, nor twice", () => {
    expect(namesIn("buses -libraries")).not.toEqual(expect.arrayContaining([expect.stringContaining("libraries")]));
    expect(namesIn('"libraries at night" arts')).toEqual(['topic arts | "libraries at night"']);
    expect(namesIn("libraries or arts and libraries").filter((name) => name.includes("topic libraries"))).toHaveLength(
      1,
    );
  });

  test("of regions too, without what is put in brackets, and with no small word left over", () => {
    const invented = [{ slug: "dunmarrow", name: "Dunmarrow (example)" }];
    const among = { ...catalogue, council: invented, region: [{ slug: "wales", name: "Wales" }] };
    const named = (q: string) => recognise(q, among).map(({ slug, rest }) => [slug, rest]);
    expect(named("buses in Wales")).toEqual([["wales", "buses"]]);
    expect(named("in dunmarrow")).toEqual([["dunmarrow", ""]]);
    expect(named("bread and butter in dunmarrow")).toEqual([["dunmarrow", "bread and butter"]]);
  });

  test("of topics are near where one word of them says what is looked for", () => {
    const near = (...telling: string[]) => topicsNear(telling, catalogue).map(({ slug }) => slug);
    expect(near("culture", "housing", "costs")).toEqual(["culture", "housing"]);
    expect(near("arts", "the")).toEqual([]);
  });

  test("are many in a long search with a run of small words, and it ends all the same", () => {
    const names = Array.from({ length: 300 }, (_, index) => `n${index.toString(36)}q`);
    const many = { ...catalogue, council: names.map((name) => ({ slug: name, name })) };
    expect(recognise(`${names.join(" ")} x ${"and ".repeat(2000)}y`, many)).toHaveLength(300);
  });

  test("are whole: part of a word or of a name is none", () => {
    expect(namesIn("librariesx")).toEqual([]);
    expect(namesIn("")).toEqual([]);
  });
});
