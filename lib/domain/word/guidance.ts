import type { Question, Section, Template } from "../template/questions.ts";
import { inFigures } from "../template/text.ts";

/** What a document says of itself before the first question. */
export const introduction = [
  "Write your answers below the questions, in any order and over several days. Leave out what you do not know yet.",
  "Text that looks like this is guidance. You need not delete it: it is left out when the document is read.",
  "When you are ready, choose “Start from a Word file” on the page you had this document from, and upload it. You see what was read before anything is kept.",
] as const;

/** The words that stand in a choice nobody has made. */
export const notChosen = "Choose one";

/** Whether a question says again what its section is called, so that one heading does for both. */
export const namesItsSection = ({ label }: Question, { title }: Section): boolean => label === title;

/** What a document says below a question: what to write, how much, and an answer as good as one wishes for. */
export function guidanceOf(question: Question): string[] {
  const { help, example } = question;
  return [
    [!question.required && question.kind !== "declaration" && "Optional.", help, extentOf(question)]
      .filter(Boolean)
      .join(" "),
    ...(example
      ? example
          .split("\n")
          .filter((line) => line.trim())
          .map((line, index) => (index ? line : `For example: ${line}`))
      : []),
  ].filter(Boolean);
}

function extentOf(question: Question): string {
  switch (question.kind) {
    case "text":
    case "markdown":
      return `Up to ${inFigures(question.max)} characters.`;
    case "month":
      return question.help?.includes("example") ? "" : "A month and a year, like April 2024.";
    case "councils":
      return "One on each line.";
    case "links":
      return "A name and its address in each row.";
    case "files":
      return question.accept === "images" ? "Put each picture in a row of its own." : "Add documents on the site.";
    default:
      return "";
  }
}

/** Everything that our documents say of their own accord, to be told from what somebody wrote. */
export const everyGuidance = (template: Template): string[] => [
  ...introduction,
  ...template.sections.flatMap(({ questions }) => questions.flatMap(guidanceOf)),
];
