import { describe, expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { h, p, r, rawDocument, rels } from "#tests/support/word/raw-document.ts";

const box = (inside: string) => `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx>`;
const drawing = (inside: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr descr="A bus"/>${inside}</wp:inline></w:drawing></w:r>`;
const picture = (id: string) => `<pic:pic><a:blip r:embed="${id}"/></pic:pic>`;
const twice = (one: string, other = one) =>
  `<mc:AlternateContent><mc:Choice>${one}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
const fld = (type: string, inside = "") => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const instruct = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const font = (name: string, text: string) =>
  `<w:r><w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}"/></w:rPr><w:t>${text}</w:t></w:r>`;
const tick = (inside: string) =>
  fld("begin", `<w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData>`) +
  instruct("FORMCHECKBOX") +
  fld("separate") +
  fld("end");
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>';
const cell = (text: string, properties = "") =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`;
const row = (cells: string, properties = "") =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;

interface Expected {
  body: string;
  says?: string;
  left?: string;
  pictures?: number;
  parts?: Record<string, string>;
}

/** What Word and others make, with what it says below the challenge: all of it, and once. */
const shapes: Record<string, Expected> = {
  "a box of text in a box of text": {
    body: p(r("One.") + drawing(box(p(r("Two.") + drawing(box(p("Three."))))))),
    says: "One.\n\nTwo.\n\nThree.",
  },
  "a box of text that is in a drawing twice": { body: p(drawing(twice(box(p("One."))))), says: "One." },
  "words that are there twice": { body: p(r("One") + twice(r(" and two")) + r(".")), says: "One and two." },
  "words of which only the older way can be read": { body: p(twice("<x:new/>", r("One."))), says: "One." },
  "paragraphs that are there twice": { body: twice(p("One.")) + p("Two."), says: "One.\n\nTwo." },
  "a picture beside a box of text": { body: p(drawing(picture("rIdA") + box(p("One.")))), says: "One.", pictures: 1 },
  "a picture that is in a drawing twice": {
    body: p(r("One.") + drawing(twice(picture("rIdA"), picture("rIdB")))),
    says: "One.",
    pictures: 1,
  },
  "another file put in": {
    ...{ body: p("One.") + '<w:altChunk r:id="rIdC"/>' + p("Two."), says: "One.\n\nTwo." },
    left: "A part that another file was put in as, and that could not be read",
  },
  "a chart": {
    body: p(r("One.") + drawing('<c:chart r:id="rIdX"/>')),
    says: "One.",
    left: "A chart that could not be read: A bus",
  },
  "a chart in a table": {
    body: `<w:tbl>${row(cell("Impact") + `<w:tc>${p(r("One.") + drawing('<c:chart r:id="rIdX"/>'))}</w:tc>`)}</w:tbl>`,
    left: "A chart that could not be read: A bus",
  },
  "words with how they are said": {
    body: p(`<w:r><w:ruby><w:rt>${r("kawa")}</w:rt><w:rubyBase>${r("川")}</w:rubyBase></w:ruby></w:r>` + r(" runs.")),
    says: "川 (kawa) runs.",
  },
  "a field without an end": {
    body: p(fld("begin") + instruct("PAGEREF x") + r("One.")) + p("Two."),
    says: "One.\n\nTwo.",
  },
  "a field whose result has no beginning": {
    body: p(r("One ") + fld("begin") + instruct(" X ") + r("two") + fld("end") + r(" three.")),
    says: "One two three.",
  },
  "a field in the instruction of another": {
    body: p(
      fld("begin") +
        instruct("IF ") +
        fld("begin") +
        instruct("X") +
        fld("separate") +
        r("no") +
        fld("end") +
        fld("separate") +
        r("yes") +
        fld("end"),
    ),
    says: "yes",
  },
  "boxes to tick of an older form": {
    body:
      p(tick("<w:checked/>") + r(" Buses")) +
      p(tick('<w:default w:val="1"/><w:checked w:val="0"/>') + r(" Trams")) +
      p(tick('<w:default w:val="1"/>') + r(" Ferries")),
    says: "☒ Buses\n\n☐ Trams\n\n☒ Ferries",
  },
  "a choice of an older form": {
    body: p(
      fld(
        "begin",
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Bus"/><w:listEntry w:val="Tram"/></w:ddList></w:ffData>',
      ) +
        instruct("FORMDROPDOWN") +
        fld("end"),
    ),
    says: "Tram",
  },
  "ticks in a font of symbols": {
    body: p(
      font("Wingdings", "ü") +
        r(" Buses ") +
        font("Wingdings 2", "P") +
        r(" Trams ") +
        '<w:r><w:sym w:font="Wingdings" w:char="00FC"/></w:r>',
    ),
    says: "✓ Buses ✓ Trams ✓",
  },
  "a note of two paragraphs": {
    body: p(r("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    says: "One (First. Second.)",
    parts: {
      "word/footnotes.xml": `<w:footnotes><w:footnote w:id="2">${p("First.")}${p("Second.")}</w:footnote></w:footnotes>`,
    },
  },
  "a link to a place on a page": {
    body: p(`<w:hyperlink r:id="rIdL" w:anchor="what it cost">${r("What it cost.")}</w:hyperlink>`),
    says: "[What it cost.](https://example.org/report#what%20it%20cost)",
  },
  "a link to a place in the document": {
    body: p(`<w:hyperlink w:anchor="costs">${r("What it cost.")}</w:hyperlink>`),
    says: "What it cost.",
  },
  "a field that leads to a place on a page": {
    body: p(
      fld("begin") +
        instruct(' HYPERLINK "https://example.org/report" \\l "costs" \\o "Our costs" ') +
        fld("separate") +
        r("What it cost.") +
        fld("end"),
    ),
    says: "[What it cost.](https://example.org/report#costs)",
  },
  "a link in a note": {
    body: p(r("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(".")),
    says: "One (See [our report](https://example.org/note).).",
    parts: {
      "word/footnotes.xml": `<w:footnotes><w:footnote w:id="2">${p(r(" See ") + `<w:hyperlink r:id="rIdL">${r("our report")}</w:hyperlink>` + r("."))}</w:footnote></w:footnotes>`,
      "word/_rels/footnotes.xml.rels": rels([["rIdL", "hyperlink", 'https://example.org/note" TargetMode="External']]),
    },
  },
  "a list whose look comes from a style": {
    body: p("One.", numbered) + p("Two.", numbered),
    says: "1. One.\n2. Two.",
    parts: {
      "word/numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Steps"/></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:styleLink w:val="Steps"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
    },
  },
  "a row that begins in the second column": {
    body: `<w:tbl>${row(cell("Town") + cell("Buses"))}${row(cell("8"), '<w:gridBefore w:val="1"/>')}</w:tbl>`,
    says: "| Town | Buses |\n| - | - |\n| | 8 |",
  },
  "a cell that was taken out": {
    body: `<w:tbl>${row(cell("Town") + cell("Old", "<w:cellDel/>") + cell("Buses"))}${row(cell("Deal") + cell("9", "<w:cellDel/>") + cell("8"))}</w:tbl>`,
    says: "| Town | Buses |\n| - | - |\n| Deal | 8 |",
  },
};

test("a number to ring is no link to a page", async () => {
  const ring = '<w:hyperlink r:id="rIdT">' + r("01843 577000") + "</w:hyperlink>";
  const read = await readWord(rawDocument(h("Links") + p(ring)), getTemplate("case-study-1"));
  expect(read.ok && [read.value.raw, read.value.leftovers]).toEqual([{}, [{ heading: "Links", text: "01843 577000" }]]);
});

describe("whatever a document is made of is read once, or left over", () => {
  test.each(Object.entries(shapes))("%s", async (_name, { body, says, left, pictures = 0, parts }) => {
    const read = await readWord(rawDocument(h("The challenge") + body, parts), getTemplate("case-study-1"));
    if (!read.ok) throw new Error(read.reason);
    const { raw, leftovers, pictures: found } = read.value;
    if (says !== undefined) expect(raw).toEqual({ challenge: says });
    expect(leftovers.map(({ text }) => text)).toEqual(left === undefined ? [] : [left]);
    expect(found).toHaveLength(pictures);
  });
});
