import type { z } from "zod";
import type { Answers } from "#lib/domain/template/answers.ts";

/** Complete answers to the case study template, without a database. */
export const complete: Answers = {
  title: "Night buses for the harbour festival",
  council: "dorset",
  summary: "Three towns shared one late timetable for twelve weekends.",
  topics: ["buses"],
  outcome: "mixed",
  challenge: "The last bus left at twenty past seven.",
  solution: "One timetable for **three towns**.",
  impact: "Use grew every week but two.",
  sustained: "Fares pay for most of it.",
  lessons: "Tell the drivers first.",
  contact: "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b",
  accurate: true,
  mayPublish: true,
  licence: true,
};

/** Complete answers to the signpost template. */
export const signpost: Answers = {
  title: "Library vans",
  council: "dorset",
  summary: "A van on market days.",
  source: [{ title: "Library vans", url: "https://council.example/vans" }],
  topics: ["libraries"],
};

/** What a schema says about answers: each message under the place it belongs to. Empty when they are accepted. */
export function complaints(schema: z.ZodType, answers: unknown): Record<string, string> {
  const issues = schema.safeParse(answers).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}
