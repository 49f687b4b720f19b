import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import type { Person } from "#lib/commands/imports/bring-in.ts";
import { importLimits } from "#lib/domain/imports/limits.ts";
import { anOfficeFile } from "#tests/support/files/zips.ts";
import { bring, check } from "#tests/support/imports/importing.ts";
import { aRow, aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { wrongValues } from "#tests/support/imports/wrong-values.ts";
import { aPerson } from "#tests/support/people.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

let actor: Person;
beforeAll(async () => {
  await loadReferenceLists();
  actor = await aPerson("editor");
});
const look = (file: string | Uint8Array, source = "Hostile") => check(file, { actor, source });
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

describe("what is no file of case studies is refused as a whole, in words that say what to do", () => {
  const json = (depth: number) => `[{"reference":"1","title":${"[".repeat(depth)}${"]".repeat(depth)}}]`;
  test.each<[string, string | Uint8Array, RegExp]>([
    ["an Excel workbook", Buffer.from("PK\x03\x04 and so on"), /Excel workbook/],
    ["a Word file", anOfficeFile("docx"), /^This is a Word file.* \/submit\/word /],
    ["a workbook of Excel’s own", anOfficeFile("xlsx"), /Excel workbook/],
    ["an older workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), /older Excel/],
    ["a PDF", "%PDF-1.7", /PDF/],
    ["a compressed file", gzipSync("title"), /compressed/],
    ["bytes that no text has", "title,reference\r\nA\0,1\r\n", /bytes in it/],
    ["nothing but space", " \r\n \r\n", /empty/],
    ["no names of columns", "1,2,3\r\n4,5,6\r\n", /No column is called “title”/],
    ["two columns for the same", "reference,title,Title\r\n1,A,B\r\n", /Two columns are for the same: “Title”/],
    [
      "a quotation mark that is never closed",
      `reference,title\r\n1,"A\r\n${"x".repeat(500_000)}`,
      /cannot be read near line/,
    ],
    [
      "a row that is far too long",
      `reference,title\r\n1,${"x".repeat(importLimits.row + 10)}\r\n`,
      /cannot be read near line/,
    ],
    ["two hundred thousand rows", `reference,title\r\n${"1,A\r\n".repeat(200_000)}`, /more than 50,000 rows/],
    ["JSON that breaks off", '[{"title":"A"', /breaks off/],
    ["JSON whose quotation mark is missing", '[{"title":"A}]', /or a quotation mark or bracket is missing/],
    ["braces that hold no JSON", "{not json", /Object 1 of this file is no JSON/],
    ["JSON without objects", "[1, 2]", /no list of objects/],
    ["an empty list", "[]", /holds no objects/],
    ["JSON without a title", '[{"reference":"1"},{"reference":"2"}]', /^Nothing in this JSON file has a “title”/],
    ["an empty page of our own list", '{"total": 0, "items": []}', /^Nothing in this JSON file has a “title”/],
    ["JSON with a mistake", '[{"title": A}]', /Object 1 of this file is no JSON/],
    ["JSON a thousand deep", json(1000), /more than 12 deep/],
    ["an enormous object", `[{"title":"${"x".repeat(importLimits.row + 10)}"}]`, /more than 400,000 characters/],
    ["a page that is no list", "<!doctype html><html><body><p>Hello.</p></body></html>", /no list of results/],
  ])("%s", async (_name, file, problem) => {
    const { id, stage, problem: said, rows } = await look(file);
    expect([stage, said]).toEqual(["refused", expect.stringMatching(problem)]);
    expect(rows).toEqual([]);
    expect(await db.importPart.count({ where: { importId: id } })).toBe(0);
  });
});

describe("what spreadsheets write is read as it was meant", () => {
  const row = aRow(1, { title: "Café “Zoë” – a fresh start", summary: "It cost £5." });
  const file = aTable([row]);
  const titleOf = async (bytes: string | Uint8Array) => {
    const { rows, encoding, notes } = await look(bytes, "Spreadsheets");
    return { title: rows[0]?.title, encoding, notes, wrong: rows[0]?.findings };
  };
  test("UTF-8 with its mark", async () => {
    expect(await titleOf(`\uFEFF${file}`)).toEqual({ title: row["title"], encoding: "utf-8", notes: [], wrong: [] });
  });
  test("what Excel writes in Western Europe, and says so", async () => {
    const bytes = Buffer.from(file.replaceAll("“", "\x93").replaceAll("”", "\x94").replaceAll("–", "\x96"), "latin1");
    const read = await titleOf(bytes);
    expect([read.title, read.encoding]).toEqual([row["title"], "windows-1252"]);
    expect(read.notes[0]).toContain("not in UTF-8");
  });
  test("“Unicode text”, with tabs", async () => {
    const tabs = `reference\ttitle\r\n1\t${row["title"]}\r\n`;
    expect(await titleOf(utf16(tabs))).toMatchObject({ title: row["title"], encoding: "utf-16le" });
  });
  test("semicolons between cells", async () => {
    expect(await titleOf(`reference;title;topics\r\n1;${row["title"]};"Libraries; Arts"\r\n`)).toMatchObject({
      title: row["title"],
    });
  });
});

test("line ends in the names of columns, and Excel’s own line about separators, lead nowhere else", async () => {
  const heads = [
    'reference;"title";"Summary,\nin a few words, or more,\nas you like";topics',
    "sep=;\r\nreference;title;colour;topics",
    '\uFEFF"sep=;";;;\nreference;title;colour;topics',
  ];
  for (const head of heads) {
    const { rows, problem } = await look(`${head}\r\n1;"A; B";red, blue;Libraries\r\n`, "Separators");
    expect([problem, rows.map(({ place, title }) => [place, title])]).toEqual(["", [[2, "A; B"]]]);
  }
  expect((await look("sep=|\nreference|title\n1|A\n", "Bars")).rows[0]?.title).toBe("A");
});

test("a file that does not say which rows are signposts is told once how they were read", async () => {
  const said = /no column “source” and none called “kind”.* as a whole case study/;
  const { notes } = await look(
    "reference,title,link\r\n1,A,https://kent.example\r\n2,B,https://kent.example\r\n",
    "Links",
  );
  expect(notes).toEqual([expect.stringContaining("“link”"), expect.stringMatching(said)]);
  for (const column of ["source", "kind"])
    expect((await look(`reference,title,${column}\r\n1,A,\r\n`, column)).notes).toEqual([]);
});

test("cells that look like formulas, prototypes and markup are text, and long ones are named (V15.3.6)", async () => {
  const { rows, notes } = await look(
    aTable([
      aRow(1, { title: "=HYPERLINK(1)", funding: "@SUM(A1)", people: "<script>alert(1)</script>" }),
      aRow(2, { challenge: "x".repeat(10_001), title: "T".repeat(101) }),
      { ...aRow(3), __proto__: "polluted" } as never,
    ]),
  );
  expect(rows[0]).toMatchObject({ outcome: "new", title: "=HYPERLINK(1)" });
  expect(rows[1]?.findings.map(({ column, message }) => [column, message])).toEqual([
    ["title", "Shorten it to 100 characters: it has 101"],
    ["challenge", "Shorten it to 10000 characters: it has 10001"],
  ]);
  expect(notes).toEqual([]);
  const polluting = '[{"__proto__": {"title": "polluted"}, "reference": "p", "title": "A", "constructor": 1}]';
  const json = await look(polluting);
  expect(json.rows[0]).toMatchObject({ title: "A", outcome: "new" });
  expect(json.rows[0]?.findings[0]?.message).toContain("“__proto__”, “constructor”");
  expect(({} as Record<string, unknown>)["title"]).toBeUndefined();
});

test("each object of a JSON file is judged by itself, and none of what it says goes without a word", async () => {
  const { stage, rows } = await look(
    JSON.stringify([
      { reference: "1", summary: "No title." },
      { reference: "2", title: "B", contact: "team@council.example" },
      { reference: "3", title: "C", Title: "D" },
      { reference: "4", title: "E", ...Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`c${at}`, at])) },
      { reference: "5", title: "F", contact: null },
    ]),
    "Objects",
  );
  expect(stage).toBe("checked");
  const found = rows.map(({ outcome, findings }) => [
    outcome,
    ...findings
      .filter(({ weight }) => weight !== "todo")
      .map(({ column, message }) => `${column} ${message.slice(0, 38)}`),
  ]);
  expect(found).toEqual([
    ["wrong", "title Give it a “title”: nothing in this obj"],
    ["new", " Nothing is known by these names, so th"],
    ["wrong", "Title Another name here is for the same. Tak"],
    ["wrong", " This has 502 names; 200 are the most. ", " Nothing is known by these names, so th"],
    ["new"],
  ]);
  expect(rows[1]?.findings.at(0)?.message).toContain("“contact”");
});

test("a page of our own list is the case studies in it", async () => {
  const items = [1, 2].map((number) => ({ slug: `number-${number}`, title: `Number ${number}` }));
  const { rows } = await look(JSON.stringify({ total: 2, items, page: "https://a.example/", next: null }), "Pages");
  expect(rows.map(({ title, key }) => [title, key])).toEqual([
    ["Number 1", "number-1"],
    ["Number 2", "number-2"],
  ]);
});

test("halves of characters and zeros, as JSON can have them anywhere, are named or left out, and fail no file", async () => {
  const odd = ["\\ud83d", "\\ude00", "\\u0000", `${"x".repeat(59)}\\ud83d\\ude00`, `${"x".repeat(149)}\\ud83d\\ude00`];
  const names = [
    "title",
    "topics",
    "council",
    "partners",
    "summary",
    "start",
    "outcome",
    "cost",
    "links",
    "source",
    "contactEmail",
  ];
  const objects = odd.flatMap((text, place) =>
    [...names, `a${text}`].map((name) => `{"reference":"${place} ${name}","title":"A ${text}","${name}":"${text}"}`),
  );
  const references = odd.map((text) => `{"reference":"r${text}","title":"A"}`);
  const { id, stage, problem } = await look(`[${[...objects, ...references].join()}]`, "Halves");
  expect([stage, problem]).toEqual(["checked", ""]);
  const rows = await db.importRow.findMany({ where: { importId: id } });
  expect(rows).toHaveLength(objects.length + references.length);
  expect(JSON.stringify(rows)).not.toMatch(/\\ud8|\\ude|\\u0000/);
});

test("ragged rows, doubled references and names that nobody knows are each named", async () => {
  const { rows, notes } = await look(
    "reference,title,colour,Overdue\r\n1,A,red,no\r\n1,B,red,no\r\n2,C\r\n3,D,red,no,more\r\n\r\n,E,red,no\r\n",
  );
  expect(notes).toEqual([
    "Nothing is known by these names, so they are not read: “colour”.",
    "The site makes these itself, so they are not read: “Overdue”.",
    expect.stringContaining("no column “source”"),
  ]);
  const wrong = rows.map(({ place, findings }) => [
    place,
    findings.filter(({ weight }) => weight === "wrong").map(({ message }) => message.slice(0, 40)),
  ]);
  expect(wrong).toEqual([
    [2, []],
    [3, ["Row 2 has this reference already. Give e"]],
    [4, ["This row has 2 cells and the first row 4"]],
    [5, ["This row has 5 cells and the first row 4"]],
    [6, ["Give the row a reference that never chan"]],
  ]);
});

test("two hundred kinds of wrong value are each named by row and column, and nothing is brought in (V2.2.1)", async () => {
  const kinds = Object.entries(wrongValues).flatMap(([column, values]) => values.map((value) => ({ column, value })));
  const cells = kinds;
  const before = await db.caseStudy.count();
  const file = aTable(cells.map(({ column, value }, index) => aRow(index + 1, { [column]: value })));
  const { counts, id } = await check(file, {
    actor: await aPerson("administrator"),
    source: "Wrong",
    publish: true,
    reason: "Why",
  });
  const fine = await db.importRow.findMany({ where: { importId: id, outcome: "new" } });
  expect(fine.map(({ number }) => cells[number])).toEqual([]);
  expect(counts).toEqual({ new: 0, changed: 0, unchanged: 0, wrong: cells.length });
  expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBeGreaterThanOrEqual(200);
  const rows = await db.importRow.findMany({ where: { importId: id }, orderBy: { number: "asc" } });
  for (const [index, { column, value }] of cells.entries()) {
    const findings = rows[index]?.findings as unknown as { weight: string; column: string; message: string }[];
    const named = findings.filter((one) => one.weight === "wrong" && one.column === column);
    expect(named.length, `row ${index + 2}, ${column}: ${value.slice(0, 40)}`).toBeGreaterThan(0);
    expect(named[0]?.message).toMatch(/^(?!.*(?:invalid|sorry|please)).{5,}/i);
    expect(rows[index]?.place).toBe(index + 2);
  }
  expect(await db.caseStudy.count()).toBe(before);
});

test("in a file with wrong rows the right ones come in, and repeating it when it is put right doubles none", async () => {
  const rows = rowsUpTo(6);
  const mixed = aTable(rows.map((row, index) => (index % 2 ? { ...row, outcome: "no" } : row)));
  expect((await bring(mixed, { actor, source: "Mixed" })).counts).toMatchObject({ new: 3, wrong: 3 });
  expect((await bring(aTable(rows), { actor, source: "Mixed" })).counts).toMatchObject({ new: 3, unchanged: 3 });
  expect(await db.importedRow.count({ where: { source: "Mixed" } })).toBe(6);
});
