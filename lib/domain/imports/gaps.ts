import type { Answers } from "../template/answers.ts";
import { gapsOf } from "../template/progress.ts";
import { current, getTemplate, questionFor, questionsOf } from "../template/templates.ts";
import { said, wrong, type Finding } from "./findings.ts";
import type { ReadRow } from "./read-row.ts";

/**
 * What is missing: wrong where it is to be published, left to do where it becomes a draft. Nothing can be known without a title.
 *
 * @param answers those of the row, with what is known already
 * @param hasContact whether there is somebody to ask
 */
export function listGaps(row: ReadRow, answers: Answers, hasContact: boolean, publish: boolean): Finding[] {
  const template = getTemplate(row.template);
  const declared = declarationsFor(row.template);
  const reached = hasContact && contactFor(row.template);
  const title = questionFor(template, "title")?.key;
  const known = new Set(row.findings.filter(({ weight }) => weight === "wrong").map(({ column }) => column));
  // Whose it is has been asked for already.
  if (row.findings.some(({ weight, column }) => weight === "todo" && column === "council")) known.add("organisation");
  const columnOf = (question: string) => row.headings[question] ?? (question === "contact" ? "contactEmail" : question);
  return gapsOf(template, { ...answers, ...declared, ...reached })
    .filter(({ question }) => !known.has(columnOf(question)))
    .filter(({ question }) => publish || row.lenient || !(question in answers))
    .map(({ question, message }) =>
      publish || question === title
        ? wrong(columnOf(question), answers[question] ?? "", message)
        : said("todo", message, columnOf(question)),
    );
}

/** Everything that whoever imports declares by publishing. */
export const declarationsFor = (template: string): Answers =>
  Object.fromEntries(
    questionsOf(getTemplate(template)).flatMap(({ kind, required, key }) =>
      kind === "declaration" && required ? [[key, true]] : [],
    ),
  );

/** What that is, in the words of the form. */
export const wordingsToDeclare = (): string[] =>
  questionsOf(getTemplate(current.caseStudy)).flatMap((question) =>
    question.kind === "declaration" && question.required ? [question.wording] : [],
  );

const placeholder = "00000000-0000-4000-8000-000000000000";
const contactFor = (template: string): Answers => {
  const asked = questionFor(getTemplate(template), "contact");
  return asked ? { [asked.key]: placeholder } : {};
};
