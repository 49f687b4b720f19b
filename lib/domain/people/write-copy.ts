import { leftOut, type CopiedKind, type Copy } from "./copy.ts";
import { keptAboutPeople } from "./kept.ts";

/** What a kind is called, as the page on privacy calls it. */
export function nameOfKind({ key }: Pick<CopiedKind, "key">): string {
  if (key === "mention") return "Where words of others name you";
  return keptAboutPeople(0).find((row) => row.key === key)?.what ?? key;
}

/** A copy of what is held about somebody, as JSON that any program reads and a person can. */
export function writeCopy({ email, madeAt, kinds }: Copy): string {
  const held = Object.fromEntries(kinds.map((kind) => [nameOfKind(kind), kind.items]));
  return JSON.stringify({ heldAbout: email, madeAt: madeAt.toISOString(), held, leftOut }, null, 2);
}

/** How much there is of each kind, a line for each there is anything of. */
export const countsOf = ({ kinds }: Copy): string[] =>
  kinds
    .filter(({ items }) => items.length)
    .map((kind) => `${String(kind.items.length).padStart(6)}  ${nameOfKind(kind)}`);
