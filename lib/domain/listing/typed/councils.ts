import { plainName } from "../../council-names.ts";
import type { Term } from "../groups.ts";

const mostNear = 5;
const fewestLetters = 4;
/** Words that say little about which council is meant. */
const common = new Set(
  "and borough city combined county district fire london national north of park south the".split(" "),
);

/** The council that each text stands for: its slug, or either of its names with or without what goes without saying. */
export function councilsTyped(texts: readonly string[], councils: readonly Term[]): (Term | undefined)[] {
  if (!texts.length) return [];
  const bySlug = new Map(councils.map((council) => [council.slug, council]));
  const inFull = groupedBy(councils, plainName);
  const bare = groupedBy(councils, bareName);
  const only = (found: readonly Term[] | undefined) => (found?.length === 1 ? found[0] : undefined);
  return texts.map(
    (text) => bySlug.get(text) ?? only(inFull.get(plainName(text) || "?")) ?? only(bare.get(bareName(text) || "?")),
  );
}

/** Councils that a text that names none may have meant, nearest first. */
export function councilsNear(typed: string, councils: readonly Term[]): Term[] {
  const wanted = bareName(typed);
  if (!wanted) return [];
  return councils
    .map((council) => ({ council, distance: Math.min(...namesOf(council, bareName).map((name) => far(wanted, name))) }))
    .filter(({ distance }) => distance < Infinity)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, mostNear)
    .map(({ council }) => council);
}

/** How far a name is from what was typed: the same, begun by it, of its words, with one of its words, or begun alike. */
function far(wanted: string, name: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const [words, own] = [wanted.split(" "), name.split(" ")];
  if (words.every((word) => own.some((one) => one.startsWith(word)))) return 2;
  const telling = words.filter((word) => word.length > 2 && !common.has(word));
  if (telling.includes(own[0] ?? "")) return 3;
  if (telling.some((word) => own.includes(word))) return 4;
  return wanted.length >= fewestLetters && name.startsWith(wanted.slice(0, fewestLetters)) ? 5 : Infinity;
}

/** A name without the word "council", and without the bracket that says that a council is made up. */
const bareName = (name: string) =>
  plainName(name.replace(/\(example\)/i, ""))
    .replace(/\bcouncil\b/g, "")
    .replace(/ +/g, " ")
    .trim();

const namesOf = ({ name, fullName = name }: Term, written: (name: string) => string) => [
  ...new Set([written(name), written(fullName)]),
];

function groupedBy(councils: readonly Term[], written: (name: string) => string): Map<string, Term[]> {
  const groups = new Map<string, Term[]>();
  for (const council of councils)
    for (const name of namesOf(council, written)) groups.set(name, [...(groups.get(name) ?? []), council]);
  return groups;
}
