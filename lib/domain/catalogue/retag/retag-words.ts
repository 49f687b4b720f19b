import { tagFacts, type Retag, type Tags } from "./retag.ts";

/**
 * What was done to many case studies, in a sentence for the list of changes.
 *
 * @param names of topics and support types, by "topics:" or "supportTypes:" and the id
 */
export function retagSaid({ add, remove }: Retag, names: ReadonlyMap<string, string>, count: number): string {
  const added = namesIn(add, names).join(", ");
  const removed = namesIn(remove, names).join(", ");
  const what = [added && `added ${added}`, removed && `removed ${removed}`].filter(Boolean).join(" and ");
  return `Retagged ${count} ${count === 1 ? "case study" : "case studies"}: ${what}`;
}

/** The names of tags, topics first. */
export const namesIn = (tags: Tags, names: ReadonlyMap<string, string>): string[] =>
  tagFacts.flatMap((fact) => tags[fact].map((id) => names.get(`${fact}:${id}`) ?? id));
