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
  const look = lookOfOpeners(blocks, headings);
  const opensLike = (paragraph: Paragraph, text: string) =>
    headings.nearly(text) ?? (lookOf(paragraph) === look ? headings.loosely(text) : null);
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
      if (isOurs && paragraph.heading === 1)
        return unmarked(opensLike(paragraph, text)) ?? sectionNamed(template, text);
      return unmarked(
        looksLikeHeading(paragraph) ? opensLike(paragraph, text) : paragraph.list ? null : headings.exactly(text),
      );
    },
  };
}

const sectionNamed = ({ sections }: Template, text: string): Opened | null => {
  const section = sections.find(({ title }) => title === text);
  return section ? { kind: "section", section } : null;
};

export type Openers = ReturnType<typeof openersOf>;

/** How most of the headings look that surely open something: others that look otherwise are headings of an answer. */
function lookOfOpeners(blocks: readonly Block[], { nearly, loosely }: Headings): Look | null {
  const outside = blocks.filter((block) => block.kind === "paragraph");
  for (const paragraphs of [outside, paragraphsIn(blocks)])
    for (const opens of [nearly, loosely]) {
      const counts = new Map<Look, number>();
      for (const one of paragraphs) {
        const look = lookOf(one);
        if (look && opens(textOf(one.inlines).trim())) counts.set(look, (counts.get(look) ?? 0) + 1);
      }
      const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
      if (most) return most[0];
    }
  return null;
}

type Look = number | "title" | "bold" | "capitals";

/** How a paragraph stands out from the text as headings do: by its style, wholly bold, or in capital letters. */
function lookOf({ heading, manner, inlines, list }: Paragraph): Look | null {
  const text = textOf(inlines).trim();
  if (!text || text.length > longestHeading) return null;
  if (heading !== null) return heading;
  if (manner === "title") return "title";
  const words = inlines.filter((inline) => inline.kind === "text" && inline.text.trim());
  if (words.length > 0 && words.every((inline) => inline.kind === "text" && inline.marks.includes("strong")))
    return "bold";
  return !list && text.length > 3 && text === text.toUpperCase() && /\p{Lu}{3}/u.test(text) ? "capitals" : null;
}

/** Whether a paragraph stands out from the text as headings do. */
export const looksLikeHeading = (paragraph: Paragraph): boolean => lookOf(paragraph) !== null;
