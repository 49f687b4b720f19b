import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IPropertiesOptions,
} from "docx";
import { aPng } from "./png.ts";

type Block = Paragraph | Table;

const p = (text: string) => new Paragraph({ text });
const h = (text: string, level = 1) => new Paragraph({ text, style: `Heading${level}` });
const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
const asked = (text: string) => new Paragraph({ children: [new TextRun({ text, style: "PlaceholderText" })] });
const bullet = (text: string, level = 0) => new Paragraph({ text, bullet: { level } });
const numbered = (text: string, level = 0) => new Paragraph({ text, numbering: { reference: "numbers", level } });
const cell = (blocks: Block[]) => new TableCell({ children: blocks.length ? blocks : [p("")] });
const table = (rows: (string | Block[])[][]) =>
  new Table({
    rows: rows.map(
      (row) => new TableRow({ children: row.map((one) => cell(typeof one === "string" ? [p(one)] : one)) }),
    ),
  });

const levels = [0, 1, 2].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start: 1 }));

const pack = (children: Block[], options: Partial<IPropertiesOptions> = {}) =>
  Packer.toBuffer(
    new Document({ numbering: { config: [{ reference: "numbers", levels }] }, sections: [{ children }], ...options }),
  );

const by = { author: "A. Clerk", date: "2026-11-01T10:00:00Z" };

/** Files in the shapes that officers send, by what is unusual about each. */
export const officersFiles: Record<string, () => Promise<Uint8Array>> = {
  "the headings of the older form": () =>
    pack([
      new Paragraph({ text: "Night buses for the harbour", style: "Title" }),
      h("Background"),
      p("Three towns, one harbour."),
      h("The challenge and solutions"),
      p("The last bus left at seven. We moved two vehicles."),
      h("Impact and outcomes"),
      p("Use grew to 1,140."),
      h("How is the new approach being sustained?"),
      p("Fares pay for it."),
      h("Key learnings"),
      bullet("Tell the drivers first"),
      bullet("Begin in May"),
      h("Risk register"),
      p("Not for publication."),
      h("Contact details"),
      p("Jo Field, Transport team"),
      p("transport@thanet.gov.uk, 01843 577000"),
    ]),
  "everything in one table": () =>
    pack([
      table([
        ["Title", "Night buses for the harbour"],
        ["Council", "Thanet"],
        ["The challenge", [p("The last bus left at seven."), bullet("late shifts"), bullet("young people")]],
        [
          "What we did",
          [
            p("We moved two vehicles."),
            table([
              ["Town", "Buses"],
              ["Deal", "8"],
            ]),
          ],
        ],
        ["Results:", "Use grew to 1,140."],
        ["Sustainability", "Fares pay for it."],
        ["Lessons learnt", "Tell the drivers first."],
        ["Sign-off", "Head of service"],
      ]),
    ]),
  "headings that are only bold": () =>
    pack([
      bold("Title"),
      p("Night buses for the harbour"),
      bold("The challenge we faced"),
      p("The last bus left at seven."),
      bold("Not a heading of ours"),
      p("It still belongs to the challenge."),
      bold("The solution:"),
      new Paragraph({
        children: [new TextRun("We moved "), new TextRun({ text: "two vehicles", bold: true }), new TextRun(".")],
      }),
      bold("Impact"),
      p("Use grew to 1,140."),
      bold("Next steps"),
      p("Fares pay for it."),
      bold("Lessons"),
      p("Tell the drivers first."),
    ]),
  "headings inside an answer": () =>
    pack([
      h("Title"),
      p("Night buses for the harbour"),
      h("The solution"),
      bold("Project team"),
      p("Six people."),
      bold("Contact centre"),
      p("Calls fell."),
      bold("Impact on families"),
      p("Less waiting."),
      h("Project team"),
      p("Seven people."),
    ]),
  "answers in the style of what is asked for": () =>
    pack(
      [
        h("Topics"),
        asked("Buses"),
        h("Type of support"),
        asked("Choose one"),
        h("Outcome"),
        asked("Worked"),
        h("Cost"),
        asked("Under £10,000"),
      ],
      { styles: { characterStyles: [{ id: "PlaceholderText", name: "Placeholder Text" }] } },
    ),
  "numbered headings": () =>
    pack([
      h("1. Title"),
      p("Night buses for the harbour"),
      new Paragraph({ text: "The challenge", style: "Heading1", numbering: { reference: "numbers", level: 0 } }),
      p("The last bus left at seven."),
      h("2.1 Who it touched", 2),
      p("People on late shifts."),
      h("3) The solution"),
      numbered("moved two vehicles"),
      numbered("set one fare"),
      numbered("of two pounds", 1),
      numbered("told everybody"),
      h("4. Impact"),
      p("Use grew to 1,140."),
      h("5 – How is it being sustained?"),
      p("Fares pay for it."),
      h("Section 6: Lessons learned"),
      p("Tell the drivers first."),
    ]),
  "tracked changes and comments": () =>
    pack(
      [
        h("The challenge"),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun("The last bus left at "),
            new DeletedTextRun({ id: 1, ...by, text: "six" }),
            new InsertedTextRun({ id: 2, ...by, text: "seven" }),
            new TextRun("."),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
        new Paragraph({ children: [new DeletedTextRun({ id: 3, ...by, text: "This whole paragraph went." })] }),
        h("The solution"),
        new Paragraph({ children: [new InsertedTextRun({ id: 4, ...by, text: "We moved two vehicles." })] }),
      ],
      { comments: { children: [{ id: 0, author: by.author, date: new Date(by.date), children: [p("Is that so?")] }] } },
    ),
  "headings in capital letters": () =>
    pack([
      p("TITLE"),
      p("Night buses for the harbour"),
      p("THE CHALLENGE:"),
      p("The last bus left at seven."),
      p("THE SOLUTION"),
      p("We moved two vehicles."),
      p("OUTCOMES"),
      p("Use grew to 1,140."),
      p("LESSONS LEARNED"),
      p("Tell the drivers first."),
    ]),
  "a frame around every part": () =>
    pack([
      table([
        [[h("The challenge", 2), p("The last bus left at seven.")]],
        [[h("The solution", 2), p("We moved two vehicles.")]],
      ]),
      h("Impact", 2),
      table([
        ["Measure", "Baseline", "Now"],
        ["Passengers", "300", "1,140"],
      ]),
    ]),
  "labels before the words": () =>
    pack([
      new Paragraph({
        children: [new TextRun({ text: "Title: ", bold: true }), new TextRun("Night buses for the harbour")],
      }),
      p("Lead council: Thanet District Council"),
      p("Partners: Dover, Kent County Council"),
      p("Start date: 04/2024"),
      p("End date: September 2024"),
      p("Outcome: Mixed"),
      p("Cost: £10,000 to £50,000"),
      p("Topics: Buses; Youth"),
      bold("Challenge"),
      p("The last bus left at seven."),
      p("Cost: nobody knew what it would be."),
    ]),
  "pictures, links and bullets by hand": () =>
    pack([
      h("The solution"),
      p("•\tmoved two vehicles"),
      p("•\tset one fare"),
      new Paragraph({
        children: [
          new ImageRun({
            type: "png",
            data: aPng,
            transformation: { width: 40, height: 20 },
            altText: { name: "bus", description: "A red bus", title: "" },
          }),
        ],
      }),
      new Paragraph({
        children: [
          new TextRun("See "),
          new ExternalHyperlink({ link: "https://example.org/a?b=1", children: [new TextRun("our report")] }),
          new TextRun("."),
        ],
      }),
      h("Useful links"),
      new Paragraph({
        children: [
          new ExternalHyperlink({ link: "https://example.org/timetable", children: [new TextRun("Timetable")] }),
        ],
      }),
      p("Report: https://example.org/report.pdf"),
      p("Ask at the library."),
    ]),
  "boxes to tick": () =>
    pack([
      h("Topics"),
      p("☒ Buses"),
      p("☐ Libraries"),
      p("☑ Youth"),
      h("Outcome"),
      p("☐ Worked ☒ Mixed ☐ Did not work"),
      h("Measures"),
      table([
        ["What was measured", "Before", "After", "Unit"],
        ["Passengers", "300", "1,140", "people"],
        ["Calls", "22", "9", ""],
      ]),
    ]),
};
