import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { listPublished } from "#lib/data/directory/listings.ts";
import { listRelated } from "#lib/data/search/related.ts";
import { suggest } from "#lib/data/search/suggest.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { aVersion } from "#tests/support/versions.ts";

const search = async (q: string) => listPublished({ ...everything, q, sort: "relevance" });
const addSynonyms = (words: string[]) =>
  publicly(async (tx) => {
    const synonym = await tx.synonym.create({ data: { words } });
    await raiseGeneration(tx);
    return synonym;
  });
const removeSynonyms = (id: string) =>
  publicly(async (tx) => {
    await tx.synonym.delete({ where: { id } });
    await raiseGeneration(tx);
  });
const titles = async (q: string) => (await search(q)).cards.map(({ title }) => title);

beforeAll(async () => {
  const plain = {
    summary: "A summary.",
    challenge: "A challenge.",
    solution: "A solution.",
    people: "",
    lessons: "None.",
  };
  const titled = (title: string, answers = {}) => aVersion("published", { ...plain, title, ...answers });
  await titled("Libraries open late", { topics: ["libraries"] });
  await titled("Libraries lend tools", { topics: ["libraries"], council: "kent" });
  await titled("Mobile libraries by bus", { topics: ["libraries"], council: "cornwall" });
  await titled("Collecting clutter at night", { topics: ["waste-and-recycling"] });
  await titled("Skips in the park", { topics: ["waste-and-recycling"] });
  await titled("A café for carers", { topics: ["carers"] });
  await titled("Nothing alike", { topics: ["cyber"], council: "kent", challenge: "Firewalls." });
  await aVersion("accepted", { ...plain, title: "Libraries nobody may see", topics: ["libraries"] });
});

describe("a misspelt word", () => {
  test.each([
    ["libaries", "libraries"],
    ["LIBARIES", "libraries"],
    ["librareis", "libraries"],
    ["librraries", "libraries"],
  ])("%s is taken for %s", async (typed, meant) => {
    const { interpreted, total } = await search(typed);
    expect(interpreted?.corrected).toEqual([{ typed, meant }]);
    expect(total).toBe(3);
  });

  test("in quotes is looked for as it stands", async () => {
    const { interpreted, total } = await search('"libaries"');
    expect([interpreted?.corrected, total]).toEqual([[], 0]);
  });

  test("that is the name of a council with nothing yet is not taken for another word", async () => {
    expect((await search("lewes")).interpreted?.corrected).toEqual([]);
  });

  test("that is like nothing stays what it is", async () => {
    expect((await search("qwrtzplk")).interpreted?.corrected).toEqual([]);
  });
});

describe("a word that is short, or looks like an acronym,", () => {
  beforeAll(async () => {
    const told = "A van may add to it, and the stage shows show what it says of Rhyd, if ever.";
    for (const title of ["First word", "Second word"]) await aVersion("published", { title, lessons: told });
  });

  test.each(["vawg", "adhd", "shdf", "saas", "evcp", "Rhyl", "shws", "STAEG"])(
    "%s, is not taken for another that is like it",
    async (word) => {
      const { interpreted, total } = await search(word);
      expect([interpreted?.corrected, interpreted?.absent, total]).toEqual([[], [word], 0]);
    },
  );

  test.each([
    ["shwo", "show"],
    ["evver", "ever"],
    ["shos", "shows"],
    ["stagw", "stage"],
    ["staeg", "stage"],
  ])("is one slip away from a word it begins like: %s is %s", async (typed, meant) => {
    expect((await search(typed)).interpreted?.corrected).toEqual([{ typed, meant }]);
  });
});

test.each([
  // Every text here has a summary.
  ["a summary of the parks", ["park", "parks"]],
  ["summary", ["summary"]],
  ["libaries zeppelin", ["libraries", "zeppelin"]],
  ['library "park" -carers', ["libraries", "library"]],
  ["of the", []],
])("of “%s” what tells is %j", async (typed, telling) => {
  expect((await search(typed)).interpreted?.telling).toEqual(telling);
});

describe("a word that no case study has", () => {
  test.each(["zeppelin", "unaccompanied", "skiff", "clatter"])("but is English, %s, is no slip", async (word) => {
    const { interpreted, total } = await search(word);
    expect([interpreted?.corrected, interpreted?.absent, total]).toEqual([[], [word], 0]);
  });

  test("is said beside the others, in the order typed, but not where it stands for something else", async () => {
    expect((await search("libraries zeppelin umbrella")).interpreted?.absent).toEqual(["zeppelin", "umbrella"]);
    const { id } = await db.synonym.create({ data: { words: ["rough zeppelin", "tools"] } });
    await publicly(raiseGeneration);
    expect((await search("libraries rough zeppelin")).interpreted?.absent).toEqual([]);
    expect((await search("libraries zeppelin")).interpreted?.absent).toEqual(["zeppelin"]);
    await removeSynonyms(id);
  });

  test("is said however short it is, and where it stands for something that is nowhere either", async () => {
    expect((await search("libraries fax")).interpreted?.absent).toEqual(["fax"]);
    expect((await search("libraries 1066")).interpreted?.absent).toEqual(["1066"]);
    const { id } = await db.synonym.create({ data: { words: ["zeppelin", "dirigible fax"] } });
    await publicly(raiseGeneration);
    expect((await search("libraries zeppelin")).interpreted?.absent).toEqual(["zeppelin"]);
    await removeSynonyms(id);
  });

  test("is said where the words of what it stands for are there, but nowhere together", async () => {
    const { id } = await db.synonym.create({ data: { words: ["zeppelin", "libraries tools"] } });
    await publicly(raiseGeneration);
    expect((await search("libraries zeppelin")).interpreted?.absent).toEqual(["zeppelin"]);
    await removeSynonyms(id);
  });

  test.each([
    ["cardif", "cardiff"],
    ["barnsly", "barnsley"],
  ])("may be a council's name misspelt: %s is %s", async (typed, meant) => {
    expect((await search(typed)).interpreted?.corrected).toEqual([{ typed, meant }]);
  });

  test("may be written together elsewhere", async () => {
    await aVersion("published", { title: "Wifi in the square", topics: ["cyber"] });
    expect(await titles("wi-fi")).toEqual(["Wifi in the square"]);
  });
});

describe("words that mean the same", () => {
  test("of several words are found where they stand together", async () => {
    await aVersion("published", { title: "Older people learn to swim", topics: ["devolution"] });
    await aVersion("published", { title: "Older houses, younger people", topics: ["devolution"] });
    const { id } = await db.synonym.create({ data: { words: ["elderly", "older people"] } });
    await publicly(raiseGeneration);
    expect(await titles("elderly")).toEqual(["Older people learn to swim"]);
    await removeSynonyms(id);
  });

  test("with an acronym that is a word too: what it stands for comes first, and the word alone is far behind", async () => {
    await aVersion("published", { title: "Sending and sending again: send letters early", topics: ["devolution"] });
    await aVersion("published", {
      title: "Special educational needs and disabilities at school",
      topics: ["devolution"],
    });
    const { id } = await addSynonyms(["send", "special educational needs and disabilities"]);
    expect((await titles("SEND"))[0]).toBe("Special educational needs and disabilities at school");
    expect(await titles("special educational needs and disabilities")).not.toContain(
      "Sending and sending again: send letters early",
    );
    await removeSynonyms(id);
  });

  test("find each other from the commit on, the word itself first, and no more once they are removed", async () => {
    expect(await titles("skips")).toEqual(["Skips in the park"]);
    const { id } = await addSynonyms(["skips", "clutter", "household mess"]);
    expect(await titles("skips")).toEqual(["Skips in the park", "Collecting clutter at night"]);
    expect(await titles("household mess")).toEqual(expect.arrayContaining(["Skips in the park"]));
    await removeSynonyms(id);
    expect(await titles("skips")).toEqual(["Skips in the park"]);
  });
});

test("an acronym and what it stands for find each other, the typed one first", async () => {
  await aVersion("published", { title: "Xyzzy in four districts", topics: ["devolution"] });
  await aVersion("published", { title: "Extended youth zones zoned yearly", topics: ["devolution"] });
  const { id } = await addSynonyms(["xyzzy", "extended youth zones zoned yearly"]);
  expect((await titles("xyzzy")).slice(0, 2)).toEqual(["Xyzzy in four districts", "Extended youth zones zoned yearly"]);
  expect((await titles("extended youth zones zoned yearly")).slice(0, 2)).toEqual([
    "Extended youth zones zoned yearly",
    "Xyzzy in four districts",
  ]);
  await removeSynonyms(id);
});

test("quotes around words that every text has keep nothing out, and signs alone find nothing", async () => {
  expect((await search('"the"')).total).toBeGreaterThan(5);
  for (const signs of ['""', "-", "🐢🐢"]) expect((await search(signs)).total).toBe(0);
});

test("accents need not be typed", async () => {
  expect(await titles("cafe")).toEqual(["A café for carers"]);
  expect(await titles("café")).toEqual(["A café for carers"]);
});

test("words that every text has are passed over, and the page can say so", async () => {
  const { total, interpreted } = await search("of the and");
  expect([total > 0, interpreted?.passedOver]).toEqual([true, true]);
  expect((await search("of libraries")).interpreted?.passedOver).toBe(false);
});

test("what may not be there keeps the rest, also by itself", async () => {
  expect((await titles("libraries -tools")).toSorted()).toEqual(["Libraries open late", "Mobile libraries by bus"]);
  const others = await db.listing.count({ where: { NOT: { title: { contains: "libraries", mode: "insensitive" } } } });
  expect((await search("-libraries")).total).toBe(others);
});

describe("related case studies", () => {
  const slugOf = async (title: string) => (await db.listing.findFirstOrThrow({ where: { title } })).slug;

  test("share words and topics, and the first is of another council", async () => {
    const related = await listRelated(await slugOf("Libraries open late"));
    expect(related.length).toBeGreaterThan(0);
    expect(
      related
        .slice(0, 2)
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(["Libraries lend tools", "Mobile libraries by bus"]);
    expect(related[0]?.councilSlug).not.toBe("dorset");
    expect(related.map(({ title }) => title)).not.toContain("Libraries open late");
    expect(related.map(({ title }) => title)).not.toContain("Libraries nobody may see");
  });

  test("of what is not published are none", async () => {
    expect(await listRelated("no-such-thing")).toEqual([]);
  });
});

describe("suggestions", () => {
  test("are words, topics and titles that begin so", async () => {
    const found = await suggest("librar");
    expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
      expect.arrayContaining(["word libraries", "topic Libraries", "title Libraries lend tools"]),
    );
    expect(found.find(({ kind }) => kind === "word")?.count).toBe(3);
  });

  test("go on with what was typed before", async () => {
    expect((await suggest("late libr"))[0]).toMatchObject({ kind: "word", text: "late libraries" });
  });

  test("never come from what is not published, and hostile beginnings find nothing", async () => {
    for (const typed of ["nobody", "%", "_", "\\", "'; drop", "(", "", "x".repeat(500)]) {
      expect(
        (await suggest(typed)).filter(({ kind }) => kind !== "council"),
        typed,
      ).toEqual([]);
    }
  });
});
