import type { Question } from "#lib/domain/template/questions.ts";
import { tidy } from "#lib/domain/template/text.ts";
import { notChosen } from "#lib/domain/word/guidance.ts";
import type { Raw } from "#lib/domain/word/raw-reading.ts";
import { linesOf, paragraphsIn, textOf, type Block } from "../../document/blocks.ts";
import type { Part } from "../parts.ts";
import { readContact, readFiles, readLinks, readMeasures } from "./rows.ts";
import { markdownOf, plainOf } from "./to-markdown.ts";

interface Answered {
  raw: Raw;
  /** What stood there and is no answer. */
  rest: string;
}

const ticked = /[☒☑✓✔🗹✗✘]/u;
const boxes = /[☐☒☑✓✔🗹✗✘□■]/gu;

/** What the parts below a question say in answer to it. */
export function rawOf(question: Question, parts: readonly Part[]): Answered {
  const blocks = parts.flatMap((part) => part.blocks);
  const rowsOf = ({ rows, rest }: { rows: Record<string, string>[]; rest: Block[] }) => ({
    raw: rows,
    rest: plainOf(rest),
  });
  switch (question.kind) {
    case "text":
      return { raw: tidy(paragraphLines(blocks).join("\n")), rest: "" };
    case "markdown":
      return {
        raw: tidy(
          parts
            .map((part, index) => markdownOf(withHeading(part, question, index), part.base))
            .filter(Boolean)
            .join("\n\n"),
        ),
        rest: "",
      };
    case "choice":
    case "month":
    case "council":
      return { raw: chosenLines(blocks).join("; "), rest: "" };
    case "choices":
    case "councils":
      return { raw: chosenLines(blocks), rest: "" };
    case "measures":
      return rowsOf(readMeasures(blocks));
    case "links":
      return rowsOf(readLinks(blocks));
    case "files":
      return rowsOf(readFiles(blocks));
    case "contact": {
      const { contact, rest } = readContact(blocks);
      return { raw: contact, rest: rest.join("\n") };
    }
    case "declaration":
      return { raw: linesOf(blocks).some((line) => ticked.test(line)), rest: "" };
  }
}

/** A second heading that answers a question too stays above its words. */
function withHeading({ blocks, heading, level, base }: Part, { label }: Question, index: number): Block[] {
  if (index === 0 || !heading || heading === label) return blocks;
  const inlines = [{ kind: "text", text: heading, marks: [], href: null } as const];
  const words = {
    kind: "paragraph",
    manner: "text",
    heading: Math.max(1, base + 3),
    list: null,
    inItem: null,
    align: null,
    anchors: [],
    rule: false,
  } as const;
  return level === null && !blocks.length ? blocks : [{ ...words, inlines: [...inlines], anchors: [] }, ...blocks];
}

const paragraphLines = (blocks: readonly Block[]) =>
  paragraphsIn(blocks).map(({ inlines }) => textOf(inlines).replace(/\t/g, " "));

/** The lines of what was chosen: where there are boxes to tick, those that are. */
function chosenLines(blocks: readonly Block[]): string[] {
  const lines = linesOf(blocks);
  const isTicking = lines.some((line) => line.match(boxes));
  return lines
    .flatMap((line) => (isTicking ? tickedIn(line) : [line]))
    .map((line) => line.replace(/^\s*[•·▪●◦‣⁃]\s*/u, "").trim())
    .filter((line) => line && line !== notChosen);
}

/** "☒ Worked ☐ Mixed" and the same with boxes behind the words, of which only those in front are sure. */
const tickedIn = (line: string): string[] =>
  [...line.matchAll(/([☐☒☑✓✔🗹✗✘□■])\s*([^☐☒☑✓✔🗹✗✘□■]*)/gu)].flatMap(([, box = "", words = ""]) =>
    ticked.test(box) || box === "■" ? [words.trim()] : [],
  );

/** Whether an answer says nothing. */
export const saysNothing = (raw: Raw): boolean =>
  raw === "" ||
  raw === false ||
  (Array.isArray(raw) && raw.length === 0) ||
  (typeof raw === "object" && Object.keys(raw).length === 0);
