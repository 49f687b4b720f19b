import type { Answers } from "../template/answers.ts";
import type { Fact, Question, Template } from "../template/questions.ts";
import { tidy } from "../template/text.ts";
import { blocksOf, type Block } from "./markdown/blocks.ts";
import { withoutAddresses } from "./markdown/inline.ts";
import { sentencesOf } from "./sentences.ts";

/** One answer in prose, read once for every rule. */
export interface Passage {
  section: string;
  question: string;
  label: string;
  fact: Fact | null;
  text: string;
  blocks: Block[];
  /** Of paragraphs and list items; headings and table cells hold none. */
  sentences: string[];
}

const names: readonly (Fact | undefined)[] = ["title", "organisation", "funding"];

/** The prose of a version in the template's order, without Markdown. */
export function passagesOf(template: Template, answers: Answers): Passage[] {
  return template.sections.flatMap((section) =>
    section.questions.filter(isProse).flatMap((question) => {
      const text = textOf(answers[question.key], question.max);
      return text ? [passage(section.key, question, text)] : [];
    }),
  );
}

type Prose = Extract<Question, { kind: "text" | "markdown" }>;

const isProse = (question: Question): question is Prose =>
  question.kind === "markdown" || (question.kind === "text" && !names.includes(question.fact));

// What goes far beyond the limit must be cut before sending, so only what could be sent is read. The limit counts code
// points, which take two units at most. Normalising a long run of accents takes quadratic time; no letter has thirty.
const textOf = (answer: unknown, max: number) =>
  typeof answer === "string" ? tidy(answer.slice(0, 2 * max).replace(/(\p{M}{30})\p{M}+/gu, "$1")) : "";

function passage(section: string, { key, kind, label, fact }: Prose, text: string): Passage {
  const blocks = kind === "markdown" ? blocksOf(text) : linesOf(text);
  const sentences = blocks.filter((block) => block.kind === "paragraph").flatMap((block) => sentencesOf(block.text));
  return { section, question: key, label, fact: fact ?? null, text, blocks, sentences };
}

const linesOf = (text: string): Block[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "paragraph", text: withoutAddresses(line), links: [] }));
