import { z } from "zod";
import { ok, refuse, type Result } from "../result.ts";
import { rowTexts, type Answers } from "./answers.ts";
import type { Question, Template } from "./questions.ts";
import { questionsOf } from "./templates.ts";
import { oneLine, tidy } from "./text.ts";

/** Text that does not fit is kept, so that its writer can cut it, up to this many times what may be published. */
const generosity = 5;
const mostRows = 50;
/** The most characters of what is chosen rather than written, such as a council's name before it is known whose. */
const chosen = 200;

/**
 * Answers as they may be kept, whether or not they fit: every text tidied, and nothing that no question asked for or
 * that is not of its question's kind.
 */
export function keepable(template: Template, answers: Answers): Result<Answers, "too-large"> {
  const kept: Answers = {};
  for (const question of questionsOf(template)) {
    const read = shapeOf(question).safeParse(answers[question.key]);
    if (read.success) kept[question.key] = read.data;
    else if (read.error.issues.some(({ code }) => code === "too_big")) return refuse("too-large");
  }
  return ok(kept);
}

function shapeOf(question: Question): z.ZodType {
  switch (question.kind) {
    case "text":
    case "markdown":
      return text(question.max, tidy);
    case "choice":
    case "month":
    case "council":
    case "contact":
      return text(chosen);
    case "choices":
    case "councils":
      return z.array(text(chosen)).max(mostRows);
    case "measures":
    case "links":
      return rows(rowTexts[question.kind]);
    case "files":
      return rows(rowTexts.files, { attachment: text(chosen) });
    case "declaration":
      return z.boolean();
  }
}

const text = (max: number, made = oneLine) =>
  z
    .string()
    .transform(made)
    .pipe(z.string().max(max * generosity));

function rows(texts: Record<string, number>, others: z.ZodRawShape = {}) {
  const parts = Object.entries(texts).map(([part, max]) => [part, text(max).default("")] as const);
  return z.array(z.object({ ...Object.fromEntries(parts), ...others })).max(mostRows);
}
