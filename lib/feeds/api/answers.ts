import { z } from "zod";
import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import { link, measure } from "#lib/domain/template/answers.ts";
import type { Question, Section } from "#lib/domain/template/questions.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";
import { address } from "./terms.ts";

const asked = { key: z.string(), label: z.string().meta({ description: "The question, as the page puts it." }) };
const texts = (schema: z.ZodObject) =>
  z.strictObject(Object.fromEntries(Object.keys(schema.shape).map((key) => [key, z.string()])));

const text = z.strictObject({ kind: z.literal("text"), ...asked, text: z.string() });
const chosen = z.strictObject({ kind: z.literal("choice"), ...asked, value: z.string(), text: z.string() });
const markdown = z.strictObject({
  ...{ kind: z.literal("markdown"), ...asked },
  markdown: z.string().meta({ description: "CommonMark with tables, without HTML." }),
});
const measures = z.strictObject({ kind: z.literal("measures"), ...asked, measures: z.array(texts(measure)) });
const links = z.strictObject({ kind: z.literal("links"), ...asked, links: z.array(texts(link)) });
const pictures = z.strictObject({
  ...{ kind: z.literal("pictures"), ...asked },
  pictures: z.array(
    z.strictObject({
      url: address("The picture."),
      width: z.int(),
      height: z.int(),
      alt: z.string().meta({ description: "What it shows, for people who cannot see it." }),
      credit: z.string(),
    }),
  ),
});
const documents = z.strictObject({
  ...{ kind: z.literal("documents"), ...asked },
  documents: z.array(
    z.strictObject({ url: address("The document."), name: z.string(), title: z.string(), bytes: z.int() }),
  ),
});

export const answer = z
  .discriminatedUnion("kind", [text, chosen, markdown, measures, links, pictures, documents])
  .meta({ id: "Answer", description: "The answer to one question of the template. `kind` says how it is to be read." });
type AnswerBody = z.output<typeof answer>;

/** The answer to a question as it stands in the text; null where there is none, or where it has a place of its own. */
function answerBody(question: Question, record: CaseStudyRecord): AnswerBody | null {
  const { key, label } = question;
  const given = record.answers[key];
  const named = { key, label };
  switch (question.kind) {
    case "text":
      return question.fact || !given ? null : { kind: "text", ...named, text: String(given) };
    case "choice":
      return question.fact || !given
        ? null
        : { kind: "choice", ...named, value: String(given), text: wordsOf(question, String(given)) };
    case "markdown":
      return given ? { kind: "markdown", ...named, markdown: String(given) } : null;
    case "measures":
      return filled({ kind: "measures", ...named, measures: record.facts.measures }, record.facts.measures);
    case "links":
      return question.fact === "links"
        ? filled({ kind: "links", ...named, links: record.facts.links }, record.facts.links)
        : null;
    case "files":
      return question.accept === "images" ? picturesBody(named, record) : documentsBody(named, record);
    default:
      return null;
  }
}

/** The answers of a section, in its template's order. */
export const answersOf = ({ questions }: Section, record: CaseStudyRecord): AnswerBody[] =>
  questions.flatMap((question) => answerBody(question, record) ?? []);

export const wordsOf = (question: Extract<Question, { kind: "choice" }>, value: string): string =>
  question.options.find((option) => option.value === value)?.label ?? value;

const filled = (body: AnswerBody, rows: readonly unknown[]) => (rows.length ? body : null);

type Named = { key: string; label: string };

function picturesBody(named: Named, { pictures: all }: CaseStudyRecord) {
  const rows = all.map(({ id, name, ...picture }) => ({ url: printedAddress(paths.file(id, name)), ...picture }));
  return filled({ kind: "pictures", ...named, pictures: rows }, rows);
}

function documentsBody(named: Named, { documents: all }: CaseStudyRecord) {
  const rows = all.map(({ id, ...file }) => ({ url: printedAddress(paths.file(id, file.name)), ...file }));
  return filled({ kind: "documents", ...named, documents: rows }, rows);
}
