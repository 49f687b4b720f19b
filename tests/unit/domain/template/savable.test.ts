import { describe, expect, test } from "vitest";
import { savable, type Answers } from "#lib/domain/template/answers.ts";
import { readFileAnswers } from "#lib/domain/template/file-answers.ts";
import { readAnswers } from "#lib/domain/template/fields.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { complaints } from "./answers-to.ts";

const { sections } = getTemplate("case-study-1");
const schemaOf = (key: string) => savable(sections.find((section) => section.key === key)!);
const complaintsAbout = (key: string, answers: unknown) => complaints(schemaOf(key), answers);

describe("a section that is being written accepts whatever fits", () => {
  test.each(sections.map((section) => [section.title, section] as const))("%s: nothing at all", (_, section) => {
    expect(savable(section).parse({})).toEqual({});
  });

  test.each<[string, string, Answers]>([
    ["a title alone", "about", { title: "Night buses" }],
    ["an empty title", "about", { title: "" }],
    ["no topic yet", "about", { topics: [] }],
    ["an end without a start", "facts", { end: "2024-02" }],
    ["a declaration not made", "declarations", { accurate: false }],
    ["measures with gaps", "impact", { measures: [{ name: "Passengers", before: "", after: "", unit: "" }] }],
  ])("%s", (_, key, answers) => {
    expect(schemaOf(key).parse(answers)).toEqual(answers);
  });
});

describe("what does not fit is refused in words", () => {
  const links = (count: number) => Array.from({ length: count }, () => ({ title: "A", url: "https://a.example" }));
  const measure = { name: "a", before: "b", after: "c", unit: "d" };

  test.each<[string, Answers, string, string]>([
    ["about", { title: "x".repeat(101) }, "title", "Title must be 100 characters or fewer"],
    ["about", { summary: "x".repeat(301) }, "summary", "Summary must be 300 characters or fewer"],
    ["about", { topics: ["a", "b", "c", "d"] }, "topics", "Topics: give 3 or fewer"],
    ["challenge", { challenge: "x".repeat(10_001) }, "challenge", "The challenge must be 10,000 characters or fewer"],
    ["facts", { outcome: "splendid" }, "outcome", "Choose one of the answers for outcome"],
    ["facts", { start: "2024-13" }, "start", "Start must be a month and a year, like March 2024"],
    ["facts", { start: "April 2024" }, "start", "Start must be a month and a year, like March 2024"],
    ["facts", { start: "2024-03", end: "2024-02" }, "end", "End must be the same as or after start"],
    ["impact", { measures: Array(11).fill(measure) }, "measures", "Measures: give 10 or fewer"],
    [
      "impact",
      { measures: [{ ...measure, unit: "x".repeat(41) }] },
      "measures.0.unit",
      "Must be 40 characters or fewer",
    ],
    ["links", { links: links(11) }, "links", "Links: give 10 or fewer"],
  ])("%s %#", (key, answers, place, message) => {
    expect(complaintsAbout(key, answers)).toEqual({ [place]: message });
  });

  test("of two months that are none, which comes first is not judged", () => {
    const months = { start: "24-Febuary", end: "1999-13" };
    const message = (name: string) => `${name} must be a month and a year, like March 2024`;
    expect(complaintsAbout("facts", months)).toEqual({ start: message("Start"), end: message("End") });
  });

  test("questions of another section, and names nobody asked (V2.2.1, V15.3.3)", () => {
    for (const answers of [{ summary: "x" }, { colour: "red" }, JSON.parse('{"__proto__": {"title": "x"}}')]) {
      expect(schemaOf("challenge").safeParse(answers).success).toBe(false);
    }
    expect(schemaOf("impact").safeParse({ measures: [{ ...measure, colour: "red" }] }).success).toBe(false);
  });

  test("anything that is not of the question's kind (V1.5.2, V2.2.1)", () => {
    const wrong: [string, unknown][] = [
      ["about", { title: 1 }],
      ["about", { title: ["x"] }],
      ["about", { topics: "buses" }],
      ["about", { topics: [""] }],
      ["contact", { contact: "somebody@council.example" }],
      ["declarations", { accurate: "yes" }],
      ["images", { images: [{ attachment: "../../etc", title: "", alt: "", credit: "" }] }],
      ["about", null],
      ["about", []],
    ];
    for (const [key, answers] of wrong) expect(schemaOf(key).safeParse(answers).success).toBe(false);
  });
});

describe("length is counted in characters as people count them", () => {
  test("100 emoji fit in a title of 100, and 101 do not", () => {
    expect(schemaOf("about").parse({ title: "😀".repeat(100) })).toEqual({ title: "😀".repeat(100) });
    expect(complaintsAbout("about", { title: "😀".repeat(101) })).toHaveProperty("title");
  });

  test("after the text has been tidied: accents composed, line ends single, nothing around it", () => {
    expect(complaintsAbout("about", { title: `  ${"e\u0301".repeat(100)}\0 ` })).toEqual({});
    expect(complaintsAbout("challenge", { challenge: "x\r\n".repeat(5_000) })).toEqual({});
  });
});

test("what is kept is tidied: LF, NFC, no NUL, and rows on one line", () => {
  expect(schemaOf("challenge").parse({ challenge: " a\r\nb\0\rcafe\u0301 " })).toEqual({
    challenge: "a\nb\ncaf\u00e9",
  });
  expect(schemaOf("links").parse({ links: [{ title: " a\r\n  b ", url: " https://a.example " }] })).toEqual({
    links: [{ title: "a b", url: "https://a.example" }],
  });
});

describe("a link leads to a web page", () => {
  const saying = (url: string) => complaintsAbout("links", { links: [{ title: "A", url }] });

  test.each(["https://a.example/b?c=d#e", "http://a.example", "HTTPS://A.example", "https://bücher.example/ü"])(
    "%s is accepted",
    (url) => expect(saying(url)).toEqual({}),
  );

  test.each([
    ..."javascript:alert(1)|JaVaScript://a.example/%0aalert(1)|java\nscript:alert(1)|data:text/html,x".split("|"),
    ..."ftp://a.example/b|mailto:a@b.example|file:///etc/passwd|//a.example|https:a.example|/case-studies".split("|"),
    ..."a.example|https://|https://a b.example|".split("|"),
  ])("%j is refused (V1.2.2)", (url) => {
    expect(saying(url)).toEqual({ "links.0.url": "Enter an address that starts with https:// or http://" });
  });
});

test("bullets pasted from a word processor make a list", () => {
  const section = sections.find(({ key }) => key === "challenge")!;
  const pasted = "We saw:\n•\tFirst\n• Second\no\tsub\nnot • this, nor o this";
  expect(readAnswers(section, (name) => (name === "challenge" ? [pasted] : []))).toEqual({
    challenge: "We saw:\n- First\n- Second\n  - sub\nnot • this, nor o this",
  });
});

test.each([
  ["6", "2024", "2024-06"],
  ["06", "2024", "2024-06"],
  ["March", "2024", "2024-03"],
  ["sept.", "2024", "2024-09"],
  ["March 2024", "", "2024-03"],
  ["13", "2024", "2024-13"],
  ["", "2024", "2024-"],
  ["Spring", "2024", "2024-Spring"],
])("a month typed as %j and %j is kept as %s", (month, year, kept) => {
  const section = sections.find(({ key }) => key === "facts")!;
  const typed: Record<string, string> = { "start.month": month, "start.year": year };
  expect(readAnswers(section, (name) => (name in typed ? [typed[name]!] : []))["start"]).toBe(kept);
});

test("the row that its button names goes, wherever others were emptied", () => {
  const section = sections.find(({ questions }) => questions.some(({ kind }) => kind === "measures"))!;
  const { key } = section.questions.find(({ kind }) => kind === "measures")!;
  const sent: Record<string, string> = { [`${key}.1.name`]: "B", [`${key}.2.name`]: "C" };
  const left = (asked: string) => {
    const rows = readAnswers(section, (name) => (name in sent ? [sent[name]!] : []), asked)[key];
    return (rows as { name: string }[]).map(({ name }) => name);
  };
  expect(left(`remove:${key}:1`)).toEqual(["C"]);
  expect(left(`remove:${key}:2`)).toEqual(["B"]);
  expect(left(`remove:${key}:0`)).toEqual(["B", "C"]);
  expect(left("save")).toEqual(["B", "C"]);
});

test("a file that its button names goes from the list, and the others keep their order", () => {
  const section = sections.find(({ questions }) => questions.some(({ kind }) => kind === "files"))!;
  const { key } = section.questions.find(({ kind }) => kind === "files")!;
  const sent = new Map([
    [`${key}.listed`, "yes"],
    ...["a", "b", "c"].map((id, index) => [`${key}.${index}.attachment`, id] as const),
  ]);
  const left = (asked: string) => {
    const rows = readFileAnswers(section, (name) => [sent.get(name) ?? []].flat(), asked)[key];
    return (rows as { attachment: string }[]).map(({ attachment }) => attachment);
  };
  expect(left(`remove:${key}:1`)).toEqual(["a", "c"]);
  expect(left(`up:${key}:2`)).toEqual(["a", "c", "b"]);
  expect(left("save")).toEqual(["a", "b", "c"]);
});
