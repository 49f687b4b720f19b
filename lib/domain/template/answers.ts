import { z } from "zod";
import { factsOf } from "./facts.ts";
import { misfitOfMarkdown } from "./markdown-bounds.ts";
import type { Fact, Question, Section, Template } from "./questions.ts";
import { questionFor, questionsOf } from "./templates.ts";
import { charactersOrFewer, lengthOf, oneLine, tidy, yearAndMonth } from "./text.ts";

/** The texts of a row and the most characters of each. */
export const rowTexts = {
  measures: { name: 150, before: 40, after: 40, unit: 40 },
  links: { title: 150, url: 2000 },
  files: { title: 150, alt: 300, credit: 150 },
} as const;
const { measures, links, files } = rowTexts;

export const measure = z.strictObject({
  name: line(measures.name),
  before: line(measures.before),
  after: line(measures.after),
  unit: line(measures.unit),
});
export const link = z.strictObject({
  title: line(links.title),
  url: line(links.url).refine(isWebAddress, "Enter an address that starts with https:// or http://"),
});
export const file = z.strictObject({
  attachment: z.uuid(),
  title: line(files.title),
  alt: line(files.alt),
  credit: line(files.credit),
});
const completeMeasure = measure.extend({
  name: given(measure.shape.name, "Enter what was measured"),
  after: given(measure.shape.after, "Enter the figure afterwards"),
});
const completeImage = file.extend({
  alt: given(file.shape.alt, "Describe the image for people who cannot see it"),
});
export type Measure = z.output<typeof measure>;
export type Link = z.output<typeof link>;
export type FileAnswer = z.output<typeof file>;

/** The answers of one revision, keyed by question. What is not answered is absent. */
export type Answers = Record<string, unknown>;

type Strictness = "fits" | "complete";

/** What a section accepts while it is being written: anything that fits. */
export const savable = ({ questions }: Section) =>
  schemaFor(questions, "fits").superRefine((answers, context) => beginBeforeEnd(questions, answers, context));

/** What a whole version accepts while it is being written. */
export const fits = (template: Template) => schemaFor(questionsOf(template), "fits");

const whole = new WeakMap<Template, ReturnType<typeof schemaOfWhole>>();

/** What a whole version must hold before it can be submitted. Made once for a template: that costs more than the asking. */
export function submittable(template: Template) {
  const schema = whole.get(template) ?? schemaOfWhole(template);
  whole.set(template, schema);
  return schema;
}

const schemaOfWhole = (template: Template) =>
  schemaFor(questionsOf(template), "complete").superRefine((answers, context) =>
    agreeTogether(template, answers, context),
  );

function schemaFor(questions: Question[], strictness: Strictness) {
  return z.strictObject(
    Object.fromEntries(questions.map((question) => [question.key, answerTo(question, strictness)])),
  );
}

function answerTo(question: Question, strictness: Strictness): z.ZodType {
  const wanted = fitting(question, strictness);
  return strictness === "complete" && question.required ? filled(question, wanted) : wanted.optional();
}

function fitting(question: Question, strictness: Strictness): z.ZodType {
  const { label } = question;
  switch (question.kind) {
    case "text":
      return textOf(question);
    case "markdown":
      return textOf(question).superRefine((text, context) => {
        const misfit = misfitOfMarkdown(text);
        if (misfit) context.addIssue({ code: "custom", message: `${label} ${misfit}` });
      });
    case "choice":
      return z.enum(
        question.options.map((option) => option.value),
        `Choose one of the answers for ${label.toLowerCase()}`,
      );
    case "choices":
      return rowsOf(z.string().min(1), question, label);
    case "month":
      return z.string().regex(yearAndMonth, `${label} must be a month and a year, like March 2024`);
    case "council":
      return z.string().min(1);
    case "councils":
      return rowsOf(z.string().min(1), question, label);
    case "measures":
      return rowsOf(strictness === "complete" ? completeMeasure : measure, question, label);
    case "links":
      return rowsOf(link, question, label);
    case "files":
      return rowsOf(strictness === "complete" && question.accept === "images" ? completeImage : file, question, label);
    case "contact":
      return z.uuid();
    case "declaration":
      return z.boolean();
  }
}

function textOf({ label, max }: { label: string; max: number }) {
  return z
    .string()
    .transform(tidy)
    .refine((text) => lengthOf(text) <= max, `${label} must be ${charactersOrFewer(max)}`);
}

function rowsOf(row: z.ZodType, { maxItems }: { maxItems: number }, label: string) {
  return z.array(row).max(maxItems, `${label}: give ${maxItems} or fewer`);
}

function filled(question: Question, fits: z.ZodType): z.ZodType {
  const missing = question.missing ?? `Enter ${question.label.toLowerCase()}`;
  const fewest = "minItems" in question ? Math.max(1, question.minItems) : 1;
  return z
    .unknown()
    .superRefine((value, context) => {
      const empty =
        value === undefined ||
        value === false ||
        (typeof value === "string" && tidy(value) === "") ||
        (Array.isArray(value) && value.length < fewest);
      if (empty) context.addIssue({ code: "custom", message: missing });
    })
    .pipe(fits);
}

/** Rules that need two answers. */
function agreeTogether(template: Template, answers: Answers, context: z.RefinementCtx) {
  beginBeforeEnd(questionsOf(template), answers, context);
  const { council, organisation } = factsOf(template, answers);
  if (questionFor(template, "source") && !council && !organisation) {
    const path = [questionFor(template, "organisation")?.key ?? "organisation"];
    context.addIssue({ code: "custom", path, message: "Enter a council or an organisation" });
  }
}

function beginBeforeEnd(questions: readonly Question[], answers: Answers, context: z.RefinementCtx) {
  const keyOf = (fact: Fact) => questions.find((question) => question.fact === fact)?.key ?? "";
  const [start, end] = [answers[keyOf("start")], answers[keyOf("end")]];
  if (typeof start !== "string" || typeof end !== "string" || end >= start) return;
  // Of what is no month it is said already.
  if (!yearAndMonth.test(start) || !yearAndMonth.test(end)) return;
  context.addIssue({ code: "custom", path: [keyOf("end")], message: "End must be the same as or after start" });
}

function line(max: number) {
  return z
    .string()
    .transform(oneLine)
    .refine((text) => lengthOf(text) <= max, `Must be ${charactersOrFewer(max)}`);
}

function given<Text extends z.ZodType<string>>(text: Text, missing: string) {
  return text.refine((line) => line !== "", missing);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
