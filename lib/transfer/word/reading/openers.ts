import type { Headings, Opened } from "#lib/domain/word/headings.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { paragraphsIn, textOf, type Block, type Paragraph } from "../document/blocks.ts";

/** How our own documents mark where a question's answer begins. */
export const anchorOf = (key: string) => `question_${key}`;

const longestHeading = 120;

/** Makes what tells whether a paragraph opens a question or a section, and how. */
export function openersOf(template: Template, headings: Headings, blocks: readonly Block[]) {
  const anchors = new Set(paragraphsIn(blocks).flatMap((paragraph) => paragraph.anchors));
  const questions = questionsOf(template);
  const anchored = new Map(
    questions.filter(({ key }) => anchors.has(anchorOf(key))).map((one) => [anchorOf(one.key), one]),
  );
  const isOurs = anchored.size > questions.length / 2;
  /** Where a question has its mark, words like its heading elsewhere are only words. */
  const unmarked = (opened: Opened | null): Opened | null => {
    if (opened?.kind === "question") return anchored.has(anchorOf(opened.question.key)) ? null : opened;
    return isOurs && opened?.kind === "section" ? null : opened;
  };
  return {
    isOurs,
    opens(paragraph: Paragraph): Opened | null {
      const question = paragraph.anchors.map((name) => anchored.get(name)).find((one) => one !== undefined);
      if (question) return { kind: "question", question, own: true };
      const text = textOf(paragraph.inlines).trim();
      if (!text || text.length > longestHeading || text.includes("\n")) return null;
      // In our own documents the headings of an answer lie deeper.
      if (isOurs && paragraph.heading === 1) return unmarked(headings.nearly(text)) ?? sectionNamed(template, text);
      return unmarked(
        looksLikeHeading(paragraph) ? headings.nearly(text) : paragraph.list ? null : headings.exactly(text),
      );
    },
  };
}

const sectionNamed = ({ sections }: Template, text: string): Opened | null => {
  const section = sections.find(({ title }) => title === text);
  return section ? { kind: "section", section } : null;
};

export type Openers = ReturnType<typeof openersOf>;

/** Whether a paragraph stands out from the text as headings do: by its style, wholly bold, or in capital letters. */
export function looksLikeHeading({ heading, manner, inlines, list }: Paragraph): boolean {
  const text = textOf(inlines).trim();
  if (!text || text.length > longestHeading) return false;
  if (heading !== null || manner === "title") return true;
  const words = inlines.filter((inline) => inline.kind === "text" && inline.text.trim());
  if (words.length > 0 && words.every((inline) => inline.kind === "text" && inline.marks.includes("strong")))
    return true;
  return !list && text.length > 3 && text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
}
