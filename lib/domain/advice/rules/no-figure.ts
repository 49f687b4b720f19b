import type { Section } from "../../template/questions.ts";
import type { Rule } from "../rule.ts";
import { rowsOf } from "../rows.ts";

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
// A date says when, and not how much.
const dates = new RegExp(
  String.raw`COVID-19|(?<!\p{L})(?:in|since|by|from|until|during|before|after|of|${months}) (?:19|20)\d\d(?:[/–-]\d{2,4})?(?![\d,%])`,
  "giu",
);
const inWords = new RegExp(
  String.raw`(?<!\p{L})(?:half|halved|halving|doubled|trebled|tripled|quadrupled|twice|two|three|four|five|six|seven|` +
    String.raw`eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|` +
    String.raw`thousands?|millions?|quarter|a third|two-thirds|per cent)(?!\p{L})`,
  "iu",
);

/** An impact told without any figure, in the prose or as a measure. */
export const noFigure: Rule = ({ template, answers, passages }) =>
  template.sections.filter(isImpact).flatMap((section) => {
    const told = passages.filter((passage) => passage.section === section.key && !passage.fact);
    const [first] = told;
    const counted = section.questions.some(({ key }) => rowsOf(answers[key], ["before", "after"]).some(hasValue));
    if (!first || counted || told.some(({ blocks }) => blocks.some(({ text }) => hasFigure(text)))) return [];
    const message = "Give at least one figure for what changed, such as a number before and after.";
    return [{ section: section.key, question: first.question, message }];
  });

const isImpact = ({ key, questions }: Section) => key === "impact" || questions.some(({ fact }) => fact === "measures");
const hasValue = ({ before, after }: { before: string; after: string }) => /\p{N}/u.test(before + after);

function hasFigure(text: string): boolean {
  return /\p{N}/u.test(text.replace(dates, "")) || inWords.test(text);
}
