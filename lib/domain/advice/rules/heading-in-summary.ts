import type { Template } from "../../template/questions.ts";
import { sentencesOf, wordsOf } from "../sentences.ts";
import type { Rule } from "../rule.ts";

const usual = ["background", "context", "overview", "introduction", "challenge", "the problem", "solution", "impact"];
const longestHeading = 6;

/** A heading that came along at the end of the summary when it was copied out of a document. */
export const headingInSummary: Rule = ({ template, passages }) =>
  passages
    .filter(({ fact }) => fact === "summary")
    .flatMap(({ section, question, text }) => {
      const heading = headingAtEnd(text, template);
      if (heading) {
        const message = `Take “${heading}” off the end of the summary: it reads as a heading.`;
        return [{ section, question, message, excerpt: heading }];
      }
      const line = shortLastLine(text);
      if (!line) return [];
      const message = "Take the last line out of the summary if it is a heading, or end it with a full stop.";
      return [{ section, question, message, excerpt: line }];
    });

function headingAtEnd(text: string, template: Template): string | null {
  const lines = text.split("\n").map((line) => line.trim());
  const last = lines.at(-1) ?? "";
  const end = plain(sentencesOf(last).at(-1) ?? "");
  const titles = template.sections.map(({ title }) => title);
  const known = [...usual, ...titles.map((title) => title.toLowerCase())];
  const isWhole = end.length === text.length;
  if (!isWhole && (known.includes(end.toLowerCase()) || /^#{1,6}\s/.test(last))) return end;
  // Run on without a stop, only the capital letter gives it away.
  return titles.find((title) => title.includes(" ") && plain(last).endsWith(` ${title}`)) ?? null;
}

function shortLastLine(text: string): string | null {
  const lines = text.split("\n").map((line) => line.trim());
  const last = lines.at(-1) ?? "";
  const isListed = /^(?:[-*+•–]|\d{1,2}[.)])\s/u.test(last);
  const isShort = wordsOf(last).length <= longestHeading;
  return lines.length > 1 && isShort && !isListed && !/[.!?…]["'”’)\]]*$/u.test(last) ? last : null;
}

const plain = (line: string) =>
  line
    .replace(/^#{1,6}\s+/, "")
    .replace(/(?<![:*])[:*]+$/, "")
    .replace(/^\*+/, "")
    .trim();
