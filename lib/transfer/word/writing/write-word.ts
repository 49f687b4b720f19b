import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun, type Table } from "docx";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { introduction } from "#lib/domain/word/guidance.ts";
import { carriedParts, digestOf, type Carried } from "../reading/carried.ts";
import { readWord } from "../reading/read-word.ts";
import type { WordContent } from "./content.ts";
import { Lists } from "./lists.ts";
import { soft, styles } from "./look.ts";
import { sectionBlocks } from "./sections.ts";
import { shown } from "./shown.ts";
import { wordsOf } from "./words.ts";

/** A Word document that can be read back: it carries its answers, and knows of each whether somebody changed its words. */
export async function writeWord(content: WordContent): Promise<Uint8Array> {
  const plain = await pack(content, null);
  const read = await readWord(plain, content.template);
  if (!read.ok) throw new Error(`A document of ours could not be read: ${read.reason}`);
  const carried = questionsOf(content.template).filter(
    ({ key, kind }) => mayCarry(kind, content) && content.answers[key] !== undefined,
  );
  return pack(content, {
    template: content.template.key,
    answers: Object.fromEntries(carried.map(({ key }) => [key, content.answers[key]])),
    shown: Object.fromEntries(carried.map(({ key }) => [key, digestOf(read.value.raw[key])])),
    shapes: shapesOf(content),
  });
}

const shapesOf = ({ files }: WordContent) =>
  Object.fromEntries(
    [...files].flatMap(([id, { picture }]) => (picture ? [[id, picture.width / picture.height] as const] : [])),
  );

/** What a paper does not show of people and of what they declared, it does not carry either. */
const mayCarry = (kind: string, { as, contact }: WordContent) =>
  as === "form" || (kind !== "declaration" && (kind !== "contact" || contact !== null));

async function pack(content: WordContent, carried: Carried | null): Promise<Uint8Array> {
  const lists = new Lists();
  const children = [
    ...frontOf(content),
    ...content.template.sections.flatMap((section) => sectionBlocks(section, content, lists)),
  ];
  const document = new Document({
    title: shown(content.title),
    creator: content.publisher,
    lastModifiedBy: content.publisher,
    description: "",
    styles,
    numbering: lists.options(),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        children,
        footers: { default: footer(content) },
      },
    ],
  });
  if (!carried) return Packer.toBuffer(document);
  document.Document.Relationships.addRelationship("carried", customXml, "../customXml/item1.xml");
  document.ContentTypes.addOverride(
    `application/vnd.openxmlformats-officedocument.customXmlProperties+xml`,
    "/customXml/itemProps1.xml",
  );
  return Packer.toBuffer(document, undefined, carriedParts(carried));
}

const customXml = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

function frontOf({ title, lines, notices, as }: WordContent): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: "Title", children: wordsOf(title) }),
    ...lines.map((line) => new Paragraph({ style: "Front", children: wordsOf(line) })),
    ...notices.flatMap(({ heading, text }) => [
      new Paragraph({ style: "FrontNotice", keepNext: true, children: wordsOf(heading, { bold: true }) }),
      ...text.split("\n").map((line) => new Paragraph({ style: "FrontNotice", children: wordsOf(line) })),
    ]),
    ...(as === "form" ? introduction.map((text) => new Paragraph({ style: "Guidance", children: wordsOf(text) })) : []),
  ];
}

function footer({ title }: WordContent): Footer {
  const look = { size: 17, color: soft };
  const pages = ["   ·   Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [...[new TextRun({ ...look, text: shown(title) })], new TextRun({ ...look, children: pages })],
      }),
    ],
  });
}
