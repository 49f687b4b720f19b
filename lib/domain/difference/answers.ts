import type { Answers } from "../template/answers.ts";
import type { Question, Section, Template } from "../template/questions.ts";
import { questionsOf } from "../template/templates.ts";
import type { Passage } from "./passages.ts";
import { compareRows, compareTexts } from "./texts.ts";

/** One set of answers, and how each is said: what was chosen by its name rather than its id, "" for no answer. */
export interface Side {
  template: Template;
  answers: Answers;
  inWords: (question: Question, answer: unknown) => string;
}

export interface QuestionDifference {
  question: Question;
  kind: Passage["kind"];
  /** Empty where nothing changed. */
  passages: Passage[];
}

/** A section with those of its questions that have an answer on either side. */
export interface SectionDifference {
  key: string;
  title: string;
  questions: QuestionDifference[];
}

/** What changed between two sets of answers, section by section; those of two templates are matched by the question's key. */
export function compareAnswers(old: Side, fresh: Side): SectionDifference[] {
  return sectionsOf(old.template, fresh.template)
    .map(({ key, title, questions }) => ({
      key,
      title,
      questions: questions.flatMap((question) => compareAnswer(question, said(old, question), said(fresh, question))),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** The newer template's sections, and after them what only the older one asks. */
function sectionsOf(old: Template, fresh: Template): Section[] {
  const asked = new Set(questionsOf(fresh).map(({ key }) => key));
  const gone = old.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ key }) => !asked.has(key)),
  }));
  const joined = fresh.sections.map((section) => ({
    ...section,
    questions: [...section.questions, ...(gone.find(({ key }) => key === section.key)?.questions ?? [])],
  }));
  return [...joined, ...gone.filter(({ key }) => !joined.some((section) => section.key === key))];
}

function said({ template, answers, inWords }: Side, { key }: Question): string {
  const asked = questionsOf(template).find((question) => question.key === key);
  return asked && answers[key] !== undefined ? inWords(asked, answers[key]) : "";
}

function compareAnswer(question: Question, old: string, fresh: string): QuestionDifference[] {
  if (!old && !fresh) return [];
  if (old === fresh) return [{ question, kind: "same", passages: [] }];
  const passages = isChosen(question) ? compareRows(old, fresh) : compareTexts(old, fresh);
  return [{ question, kind: !old ? "added" : !fresh ? "removed" : "changed", passages }];
}

/** Whether an answer is taken from a list: one name in place of another, however alike they are. */
const isChosen = ({ kind }: Question) =>
  ["choice", "choices", "month", "council", "councils", "declaration"].includes(kind);

/** Whether anything is different about a question's answer. */
export const isDifferent = ({ kind }: QuestionDifference): boolean => kind !== "same";
