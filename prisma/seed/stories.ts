import { readFile, readdir } from "node:fs/promises";
import { z } from "zod";

const texts = z.array(z.string()).min(1);
const byOutcome = z.partialRecord(z.enum(["worked", "mixed", "did-not-work"]), z.string());

const setting = z.strictObject({
  title: z.string(),
  summary: z.string(),
  outcome: z.enum(["worked", "mixed", "did-not-work"]),
  cost: z.string(),
  funding: z.string().nullable(),
  firstResults: z.string(),
  evidence: z.string(),
  start: z.string(),
  end: z.string().nullable(),
  /** How many councils did it together with the one that tells it. */
  partners: z.number().int().positive().optional(),
  people: z.string().nullable(),
  measures: z.array(z.strictObject({ name: z.string(), before: z.string(), after: z.string(), unit: z.string() })),
  use: z.strictObject({ challenge: z.number(), solution: z.number(), lessons: z.number() }),
  slots: z.record(z.string(), z.coerce.string()),
});

/** One hand-written story and the four ways in which it is told: place, figures, approach and outcome differ. */
const pattern = z.strictObject({
  key: z.string(),
  topics: z.array(z.string()).min(1).max(3),
  supportTypes: z.array(z.string()).max(2),
  councilTypes: z.array(z.string()).min(1),
  team: z.string(),
  challenge: texts,
  solution: texts,
  impact: byOutcome,
  sustained: byOutcome,
  lessons: texts,
  settings: z.array(setting).min(1),
});

export type Pattern = z.output<typeof pattern>;
export type Setting = z.output<typeof setting>;
export interface Story {
  pattern: Pattern;
  setting: Setting;
  /** Of the pattern among all patterns. */
  position: number;
}

/** Every telling of every pattern: all first tellings, then all second ones, so that neighbours are different stories. */
export async function readStories(): Promise<Story[]> {
  const folder = new URL("./stories/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted();
  const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  const patterns = files.flatMap((text) => z.array(pattern).parse(JSON.parse(text)));
  const most = Math.max(0, ...patterns.map(({ settings }) => settings.length));
  return Array.from({ length: most }, (_, telling) => telling).flatMap((telling) =>
    patterns.flatMap((one, position) => {
      const told = one.settings[telling];
      return told ? [{ pattern: one, setting: told, position }] : [];
    }),
  );
}

/** A telling with its places and figures filled in. */
export function tell(
  { pattern: { challenge, solution, impact, sustained, lessons }, setting: told }: Story,
  places: Record<string, string>,
) {
  const words = { ...places, ...told.slots };
  const fill = (text = "") => text.replace(/\{(\w+)\}/g, (_, slot: string) => words[slot] ?? "");
  return {
    title: fill(told.title),
    summary: fill(told.summary),
    people: fill(told.people ?? ""),
    funding: fill(told.funding ?? ""),
    challenge: fill(challenge[told.use.challenge]),
    solution: fill(solution[told.use.solution]),
    impact: fill(impact[told.outcome]),
    sustained: fill(sustained[told.outcome]),
    lessons: fill(lessons[told.use.lessons]),
    measures: told.measures.map((measure) => ({ ...measure, name: fill(measure.name) })),
  };
}
