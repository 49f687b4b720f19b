import type { Question } from "../template/questions.ts";
import { getTemplate } from "../template/templates.ts";
import { inFigures } from "../template/text.ts";
import { listColumns, ownColumns, type Column } from "./columns.ts";

/** Every column with what belongs into it, for whoever fills them in. */
export const columnWords = (): { name: string; says: string }[] =>
  listColumns().map((column) => ({ name: column.name, says: wordsOf(column) }));

function wordsOf({ own, questions }: Column): string {
  if (own) return ownColumns[own];
  const [[template, question] = []] = [...questions];
  if (!template || !question) return "";
  const only = questions.size === 1 ? `Only of a ${getTemplate(template).name.toLowerCase()}.` : "";
  return [`${question.label}.`, valuesOf(question), limitOf(questions), only].filter(Boolean).join(" ");
}

/** How long an answer may be; each kind of row by itself where they differ. */
function limitOf(questions: Column["questions"]): string {
  const limits = [...questions].flatMap(([key, question]) => ("max" in question ? [{ key, max: question.max }] : []));
  if (new Set(limits.map(({ max }) => max)).size < 2)
    return limits[0] ? `At most ${inFigures(limits[0].max)} characters.` : "";
  const each = limits.map(({ key, max }) => `${inFigures(max)} in a ${getTemplate(key).name.toLowerCase()}`);
  return `At most this many characters: ${each.join(", ")}.`;
}

function valuesOf(question: Question): string {
  switch (question.kind) {
    case "choice":
      return `One of: ${question.options.map(({ value }) => value).join(", ")}.`;
    case "choices":
      return `Names from the list, at most ${question.maxItems}.`;
    case "council":
      return "Its name, such as Dorset Council or Dorset.";
    case "councils":
    case "measures":
    case "links":
      return question.maxItems > 1 ? `At most ${question.maxItems}.` : "One.";
    case "declaration":
      return `yes where this is so: ${question.wording}`;
    default:
      return "";
  }
}
