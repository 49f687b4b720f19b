import type { Answers } from "#lib/domain/template/answers.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { oneLine, tidy } from "#lib/domain/template/text.ts";
import { fitReading } from "#lib/domain/word/fit.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { shown } from "#lib/transfer/word/writing/shown.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import { names, wordContent } from "./answers.ts";
import { meaningOf } from "./meaning.ts";

type Row = Record<string, string>;

/** What is read of a document of some answers once nothing but its words is left, as it is compared, and what is left over. */
export async function readVisible(template: Template, answers: Answers) {
  const bytes = await writeWord(wordContent({ template, answers, title: template.name }));
  const read = await readWord(bytes, template);
  if (!read.ok) throw new Error(read.reason);
  const files = questionsOf(template).filter(({ kind }) => kind === "files");
  const attachments = files.flatMap(({ key }) => ((answers[key] ?? []) as Row[]).map((row) => row["attachment"] ?? ""));
  const fitted = fitReading(template, { ...read.value, exact: {} }, { ...names, attachments });
  const declared = questionsOf(template).filter(({ kind, key }) => kind === "declaration" && read.value.raw[key]);
  return {
    answers: {
      ...comparable(template, fitted.answers),
      ...Object.fromEntries(declared.map(({ key }) => [key, true])),
    },
    left: [...fitted.notUnderstood, ...read.value.pictures],
  };
}

/**
 * Answers as their words say them. What says nothing is the same as no answer; a contact is shown by itself; Word has no tabs
 * or control characters; a document in a list of files has a name alone.
 */
export function comparable(template: Template, answers: Answers): Answers {
  const all = questionsOf(template).map(
    (question) => [question.key, sayingOf(question, answers[question.key])] as const,
  );
  return Object.fromEntries(all.filter(([, saying]) => saying !== null));
}

function sayingOf(question: Question, answer: unknown): unknown {
  if (answer === undefined || answer === "" || answer === false) return null;
  switch (question.kind) {
    case "contact":
      return null;
    case "text":
      return words(String(answer)) || null;
    case "markdown": {
      const meaning = meaningOf(shown(String(answer)));
      return meaning.length ? meaning : null;
    }
    case "measures":
    case "links": {
      const rows = (answer as Row[]).map(cells).filter((row) => Object.values(row).some(Boolean));
      return rows.length ? rows : null;
    }
    case "files": {
      const rows = (answer as Row[]).map(cells);
      const named = question.accept === "images" ? rows : rows.map((row) => ({ ...row, alt: "", credit: "" }));
      return named.length ? named : null;
    }
    default:
      return Array.isArray(answer) && answer.length === 0 ? null : answer;
  }
}

const words = (text: string) => tidy(shown(text).replace(/\t/g, " "));
const cells = (row: Row) => Object.fromEntries(Object.entries(row).map(([part, text]) => [part, oneLine(words(text))]));

/** Answers without names that no list has: these are shown as they are, and are not understood. */
export function known(template: Template, answers: Answers): Answers {
  const has = ({ kind, ...question }: Question, id: string) =>
    (kind === "choices" && "from" in question
      ? names[question.from as "topics" | "supportTypes"]
      : names.councils
    ).some((one) => one.id === id);
  const kept = questionsOf(template).map((question) => {
    const answer = answers[question.key];
    if (question.kind === "council") return [question.key, has(question, String(answer)) ? answer : undefined] as const;
    if (question.kind !== "choices" && question.kind !== "councils") return [question.key, answer] as const;
    return [question.key, (answer as string[] | undefined)?.filter((id) => has(question, id))] as const;
  });
  return Object.fromEntries(kept.filter(([, answer]) => answer !== undefined));
}
