import { Bookmark, ExternalHyperlink, ImageRun, Paragraph, type ParagraphChild, type Table } from "docx";
import type { FileAnswer } from "#lib/domain/template/answers.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { columnsOf, fileColumn } from "#lib/domain/word/rows.ts";
import { fileAnchorOf } from "../reading/answers/rows.ts";
import type { ShownFile, ShownPicture } from "./content.ts";
import { shown } from "./shown.ts";
import { tableOf } from "./tables.ts";
import { wordsOf } from "./words.ts";

const widest = 200;

/** Files with what is said of each. Every row knows its file, whatever becomes of the words beside it. */
export function fileTable(
  question: Question & { kind: "files" },
  answer: readonly FileAnswer[],
  files: ReadonlyMap<string, ShownFile>,
  empty: number,
): Table {
  const { title, alt, credit } = columnsOf.files;
  const isImages = question.accept === "images";
  const blank = Array.from({ length: empty }, (): Paragraph[][] => (isImages ? [[], [], [], []] : [[], []]));
  const rows = answer.map((file) => {
    const shownFile = files.get(file.attachment);
    const marked = new Bookmark({ id: fileAnchorOf(file.attachment), children: fileRuns(file, shownFile) });
    const texts = isImages ? [file.title, file.alt, file.credit] : [file.title];
    return [
      [new Paragraph({ style: "Cell", children: [marked] })],
      ...texts.map((text) => [new Paragraph({ style: "Cell", children: wordsOf(text) })]),
    ];
  });
  const head = isImages ? [fileColumn.images, title, alt, credit] : [fileColumn.documents, title];
  return tableOf(head, [...rows, ...blank], isImages ? [4, 2, 4, 2] : [1, 1]);
}

function fileRuns({ alt, title }: FileAnswer, file: ShownFile | undefined): ParagraphChild[] {
  if (!file) return wordsOf("A file on the site");
  if (file.picture) return [picture(file.picture, alt || title || file.name)];
  const words = wordsOf(file.name, file.address ? { style: "Hyperlink" } : {});
  return file.address ? [new ExternalHyperlink({ link: file.address, children: words })] : words;
}

function picture({ type, bytes, width, height }: ShownPicture, alt: string): ImageRun {
  const scale = Math.min(1, widest / Math.max(1, width));
  const transformation = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  return new ImageRun({
    type,
    data: bytes,
    transformation,
    altText: { name: "Picture", description: shown(alt), title: "" },
  });
}
