import { rowTexts, type Answers } from "../template/answers.ts";
import type { Question, Template } from "../template/questions.ts";
import { listTemplates, questionsOf } from "../template/templates.ts";
import type { Said } from "./copy.ts";

/** What things are called that answers hold by their ids. */
export interface Named {
  councils: ReadonlyMap<string, string>;
  /** Topics and support types. */
  terms: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, string>;
}

/** What the fields of forms are called that are no questions of a template. */
const fields: Readonly<Record<string, string>> = {
  email: "E-mail address",
  phone: "Telephone",
  contactTyped: "Details of the contact",
  newFiles: "Files to add",
  url: "Web address",
  alt: "What it shows",
  attachment: "File",
  verdict: "Answer about the facts",
  remarks: "Remarks",
  notUnderstood: "What was not understood",
  mixed: "What has to be looked at",
  isCut: "Whether there was more",
  picturesLeft: "Pictures left in the file",
  showEdits: "To see the edited text first",
  frequency: "How often",
  saved: "Saving",
  sent: "Sending",
  send: "Sending it",
  elsewhere: "In another place",
};

/** By these a form is known to programs; nobody typed them. */
const codes = ["key", "stamp", "basedOn", "subject"];

/** Why a form was refused, where what is kept is no sentence. */
const refusals: Readonly<Record<string, string>> = {
  stale: "Somebody else had changed it meanwhile",
  gone: "It was no longer there to change",
  "too-large": "It was too large",
  "not-allowed": "It was not theirs to change at that time",
  incomplete: "Something was missing",
};

/** What a field of a form or a question is called, in the words of the form. */
export function fieldInWords(key: string, templates: readonly Template[] = listTemplates()): string {
  const [first = "", ...within] = key.split(".");
  const said = findQuestion(first, templates)?.label ?? titleOf(first, templates) ?? fields[first] ?? spelledOut(first);
  return [said, ...within.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : spelledOut(part)))].join(", ");
}

const findQuestion = (key: string, templates: readonly Template[]) =>
  templates.flatMap(questionsOf).find((question) => question.key === key);

const titleOf = (key: string, templates: readonly Template[]) =>
  templates.flatMap(({ sections }) => sections).find((section) => section.key === key)?.title;

/** "firstResults" as "First results". */
function spelledOut(key: string): string {
  const words = key.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The answers of a template under its questions as and in the order in which they are asked, with names in place of ids. */
export const answersInWords = (template: Template, answers: Answers, named: Named): Record<string, Said> =>
  labelled(
    inOrder(
      answers,
      questionsOf(template).map(({ key }) => key),
    ),
    (key, answer) => valueOf(key, answer as Said, named, [template]),
    [template],
  );

/** What was typed into a form, or read from a file, the same way, whatever it is. */
export function typedInWords(typed: Said, named: Named): Said {
  if (Array.isArray(typed)) return typed.map((one: Said) => typedInWords(one, named));
  if (typed === null || typeof typed !== "object") return typed;
  const given = inOrder(typed as Readonly<Record<string, Said>>, partsOfRows);
  const shown = given.filter(([key]) => !codes.includes(key));
  return labelled(shown, (key, value) => valueOf(key, value, named, listTemplates()), listTemplates());
}

/** Why a form was refused, field by field. */
export const refusalInWords = (errors: Readonly<Record<string, Said>>): Said =>
  labelled(Object.entries(errors), (_, why) => refusals[String(why)] ?? why, listTemplates());

/** The database keeps what is under keys in an order of its own. */
const partsOfRows = [...new Set(Object.values(rowTexts).flatMap((parts) => Object.keys(parts)))];

/** What is under known keys in their order, and then the rest. */
function inOrder<Value>(values: Readonly<Record<string, Value>>, keys: readonly string[]): [string, Value][] {
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = ([key]: [string, Value]) => places.get(key) ?? keys.length;
  return Object.entries(values).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Nothing is lost where two are called the same. */
function labelled<Value>(
  entries: readonly (readonly [string, Value])[],
  say: (key: string, value: Value) => Said,
  templates: readonly Template[],
): Record<string, Said> {
  const said: Record<string, Said> = {};
  for (const [key, value] of entries) {
    const label = fieldInWords(key, templates);
    said[label in said ? `${label} (${key})` : label] = say(key, value);
  }
  return said;
}

function valueOf(key: string, value: Said, named: Named, templates: readonly Template[]): Said {
  const question = findQuestion(key, templates);
  if (question) return answerInWords(question, value, named);
  if (typeof value !== "string") return typedInWords(value, named);
  if (key === "attachment") return named.files.get(value) ?? "A file";
  return key === "question" ? fieldInWords(value, templates) : value;
}

function answerInWords(question: Question, answer: Said, named: Named): Said {
  const each = (say: (one: string) => string): Said =>
    Array.isArray(answer) ? answer.map((one: Said) => say(String(one))) : say(String(answer));
  switch (question.kind) {
    case "choice":
      return each((one) => question.options.find(({ value }) => value === one)?.label ?? one);
    case "choices":
      return each((one) => named.terms.get(one) ?? one);
    case "council":
    case "councils":
      return each((one) => named.councils.get(one) ?? one);
    // Who it is stands among the contacts, for whoever it is.
    case "contact":
      return answer ? "Somebody was named" : "";
    default:
      return typedInWords(answer, named);
  }
}
