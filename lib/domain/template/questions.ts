import { z } from "zod";

/** The facts a question may feed: what lists, pages and downloads know a case study by, whatever its template. */
export const facts = [
  "title",
  "summary",
  "council",
  "organisation",
  "partners",
  "topics",
  "supportTypes",
  "start",
  "end",
  "outcome",
  "cost",
  "funding",
  "firstResults",
  "evidence",
  "measures",
  "people",
  "links",
  "source",
  "sourceMonth",
  "documents",
  "images",
  "contact",
  "contactConsent",
] as const;
export type Fact = (typeof facts)[number];

const base = {
  key: z.string().regex(/^[a-z][a-zA-Z]*$/),
  label: z.string(),
  fact: z.enum(facts).optional(),
  required: z.boolean().default(false),
  help: z.string().optional(),
  /** An answer as good as one wishes for. */
  example: z.string().optional(),
  /** What to say when a required answer is missing, where "Enter" and the label do not read well. */
  missing: z.string().optional(),
};
const rows = { minItems: z.number().int().default(0), maxItems: z.number().int().positive() };
const option = z.strictObject({
  value: z.string(),
  label: z.string(),
  /** What to say where the question does not stand beside it, if the label is not enough. */
  alone: z.string().optional(),
});

/** One question of a template. What may be answered to each kind is in `answers`. */
export const question = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ...base, max: z.number().int().positive() }),
  z.strictObject({ kind: z.literal("markdown"), ...base, max: z.number().int().positive() }),
  z.strictObject({ kind: z.literal("choice"), ...base, options: z.array(option).min(2) }),
  z.strictObject({ kind: z.literal("choices"), ...base, from: z.enum(["topics", "supportTypes"]), ...rows }),
  z.strictObject({ kind: z.literal("month"), ...base }),
  z.strictObject({ kind: z.literal("council"), ...base }),
  z.strictObject({ kind: z.literal("councils"), ...base, ...rows }),
  z.strictObject({ kind: z.literal("measures"), ...base, ...rows }),
  z.strictObject({ kind: z.literal("links"), ...base, ...rows }),
  z.strictObject({ kind: z.literal("files"), ...base, accept: z.enum(["images", "documents"]), ...rows }),
  z.strictObject({ kind: z.literal("contact"), ...base }),
  z.strictObject({ kind: z.literal("declaration"), ...base, wording: z.string() }),
]);
export type Question = z.output<typeof question>;

export const section = z.strictObject({ key: z.string(), title: z.string(), questions: z.array(question).min(1) });
export type Section = z.output<typeof section>;

export const template = z.strictObject({ key: z.string(), name: z.string(), sections: z.array(section).min(1) });
export type Template = z.output<typeof template>;
