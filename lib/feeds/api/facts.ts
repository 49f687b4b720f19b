import { z } from "zod";
import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import { monthInWords } from "#lib/domain/calendar/written-month.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { wordsOf } from "./answers.ts";

export const fact = z
  .strictObject({
    label: z.string().meta({ description: "What the page calls it." }),
    value: z
      .string()
      .meta({ description: "A word of the filter of that name, a month as `2024-02`, or the text itself." }),
    text: z.string().meta({ description: "The value as readers see it." }),
  })
  .meta({ id: "Fact", description: "Something lists and pages know a case study by." });

/** What has a place of its own in the body. */
const elsewhere: readonly unknown[] = ["title", "summary", "organisation"];

/** The facts beside the text, by name: whatever the questions of its template feed that can be said in a word or a line. */
export function factsBody({ template, answers, withdrawn }: CaseStudyRecord): Record<string, z.output<typeof fact>> {
  const said = questionsOf(template).flatMap((question) => {
    const value = answers[question.key];
    const short = question.kind === "text" || question.kind === "choice" || question.kind === "month";
    if (!short || !question.fact || elsewhere.includes(question.fact) || typeof value !== "string" || !value) return [];
    // What a withdrawn case study claims is not repeated where it would be believed at a glance.
    if (withdrawn && question.fact === "outcome") return [];
    return [[question.fact, { label: question.label, value, text: asReadersSee(question, value) }] as const];
  });
  return Object.fromEntries(said);
}

function asReadersSee(question: Question, value: string): string {
  if (question.kind === "choice") return wordsOf(question, value);
  return question.kind === "month" ? monthInWords(value) : value;
}
