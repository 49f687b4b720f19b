import { link, measure } from "../../template/answers.ts";
import { misfitOfMarkdown } from "../../template/markdown-bounds.ts";
import type { Question } from "../../template/questions.ts";
import { lengthOf, tidy } from "../../template/text.ts";
import { monthMeant } from "../../calendar/month-meant.ts";
import { chosen, councilFor, optionFor, type Lists } from "./choices.ts";
import { linkIn, measureIn, rowsIn } from "./rows.ts";
import { answered, nothing, partsOf, refused, textOf, type Read, type Value } from "./values.ts";

/**
 * What a cell answers to a question. An empty one answers nothing.
 *
 * @param lenient whether text that is too long is left as it is, to be cut afterwards
 */
export function readCell(question: Question, value: Value, lists: Lists, lenient = false): Read {
  if (value === null || value === undefined || (typeof value === "string" && value.trim() === "")) return nothing;
  switch (question.kind) {
    case "text":
    case "markdown":
      return readText(question, value, lenient);
    case "choice":
      return readOne(value, (text) => optionFor(question.options, text));
    case "month":
      return readOne(value, readMonthCell);
    case "council":
      return readOne(nameIn(value), (text) => councilFor(text, lists.councils));
    case "councils":
      return several(question, value, (text) => councilFor(text, lists.councils));
    case "choices":
      return several(question, value, (text) => chosen(text, lists[question.from], question.label));
    case "measures":
      return rows(question, rowsIn("measures", value), measureIn, measure);
    case "links":
      return rows(question, rowsIn("links", value), linkIn, link);
    case "declaration":
      return readYes(value);
    case "contact":
    case "files":
      return nothing;
  }
}

function readText(question: Extract<Question, { max: number }>, value: Value, lenient: boolean): Read {
  const text = textOf(value);
  if (text === null) return refused(value, "Give text here, not a list or an object");
  const kept = tidy(text);
  const length = lengthOf(kept);
  if (length > question.max && !lenient)
    return refused(value, `Shorten it to ${question.max} characters: it has ${length}`);
  const misfit = question.kind === "markdown" ? misfitOfMarkdown(kept) : null;
  return misfit ? refused(value, `${question.label} ${misfit}`) : answered(kept);
}

function readOne(value: Value, read: (text: string) => Read): Read {
  const text = textOf(value);
  return text === null ? refused(value, "Give one value here, not a list or an object") : read(text.trim());
}

function readMonthCell(text: string): Read {
  const month = monthMeant(text);
  return month ? answered(month) : refused(text, "Write a month and a year, like 2024-02 or February 2024");
}

/** In JSON, something that is named may come as an object with a slug or a name. */
const nameIn = (value: Value): Value => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { id, slug, name } = value as Record<string, unknown>;
  return id ?? slug ?? name ?? value;
};

function several(question: { label: string; maxItems: number }, value: Value, read: (text: string) => Read): Read {
  const all = partsOf(value).map((part) => readOne(nameIn(part), read));
  const wrong = all.flatMap((one) => one.wrong);
  const answer = [...new Set(all.flatMap((one) => (one.answer === undefined ? [] : [one.answer])))];
  const most = question.maxItems;
  if (answer.length > most) wrong.push({ value, message: `Give ${most} or fewer: there are ${answer.length}` });
  if (wrong.length) return { wrong };
  return answer.length ? answered(answer) : nothing;
}

function rows(
  question: { maxItems: number },
  parts: readonly Value[],
  rowIn: (part: Value) => Record<string, string> | string,
  shape: typeof measure | typeof link,
): Read {
  const wrong: Read["wrong"] = [];
  const answer = parts.flatMap((part) => {
    const row = rowIn(part);
    const read = typeof row === "string" ? null : shape.safeParse(row);
    if (read?.success) return [read.data];
    const issue = read?.error.issues[0];
    const where = issue?.path.length ? `${String(issue.path[0])}: ` : "";
    wrong.push({ value: part, message: typeof row === "string" ? row : `${where}${issue?.message ?? ""}` });
    return [];
  });
  const most = question.maxItems;
  if (answer.length > most) wrong.push({ value: parts, message: `Give ${most} or fewer: there are ${answer.length}` });
  if (wrong.length) return { wrong };
  return answer.length ? answered(answer) : nothing;
}

function readYes(value: Value): Read {
  const text = (textOf(value) ?? "").trim().toLowerCase();
  if (["yes", "y", "true", "1"].includes(text)) return answered(true);
  if (["no", "n", "false", "0"].includes(text)) return nothing;
  return refused(value, "Write yes or no");
}
