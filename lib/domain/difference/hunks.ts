import { diffArrays } from "diff";
import type { Unit } from "./units.ts";

/** What went and what came in its place, and the text that stayed after it. */
export interface Hunk {
  removed: string;
  added: string;
  same: string;
}

/** Compares two texts that have nothing in common as far as anybody has looked. */
export type Compare = (removed: string, added: string) => Hunk[];

/** One text in place of the other. A space after both of them stays. */
export const replaced: Compare = (removed, added) => {
  const space = spaceAfter(removed);
  if (space !== spaceAfter(added) || space.includes("\n")) return [{ removed, added, same: "" }];
  return [{ removed: removed.trimEnd(), added: added.trimEnd(), same: space }];
};

const spaceAfter = (text: string) => text.slice(text.trimEnd().length);

/** Texts further apart than this many units have nothing to show in common; looking on takes time by the square of it. */
const furthest = 1000;

/**
 * Compares two texts unit by unit. The old text is every `removed` and `same` in order, the new one every `added` and `same`.
 *
 * @param within compares what stands between two units that both texts have
 */
export function hunksOf(old: readonly Unit[], fresh: readonly Unit[], within: Compare): Hunk[] {
  const steps = diffArrays(textsOf(old), textsOf(fresh), { maxEditLength: furthest });
  if (!steps) return within(joined(old), joined(fresh));

  const hunks: Hunk[] = [];
  let [o, f, removed, added] = [0, 0, "", ""];
  const close = () => {
    if (removed || added) hunks.push(...within(removed, added));
    removed = added = "";
  };
  for (const step of steps) {
    if (step.removed) removed += joined(old.slice(o, (o += step.count)));
    else if (step.added) added += joined(fresh.slice(f, (f += step.count)));
    else {
      close();
      for (let left = step.count; left > 0; left--) hunks.push(...kept(old[o++], fresh[f++]));
    }
  }
  close();
  return hunks;
}

/** A unit that both texts have. The space after it may differ. */
function kept(old: Unit | undefined, fresh: Unit | undefined): Hunk[] {
  if (!old || !fresh) return [];
  if (old.tail === fresh.tail) return [{ removed: "", added: "", same: old.text + old.tail }];
  return [
    { removed: "", added: "", same: old.text },
    { removed: old.tail, added: fresh.tail, same: "" },
  ];
}

/**
 * Leaves out of what stayed the few words that stand between greater changes: a sentence that was rewritten reads as one
 * that went and one that came, not as scraps of both.
 */
export function withoutScraps(hunks: readonly Hunk[]): Hunk[] {
  const clean: Hunk[] = [];
  for (let hunk of hunks) {
    for (let last = clean.at(-1); last && isScrap(last, hunk); last = clean.at(-1)) {
      clean.pop();
      hunk = {
        removed: last.removed + last.same + hunk.removed,
        added: last.added + last.same + hunk.added,
        same: hunk.same,
      };
    }
    const last = clean.at(-1);
    if (last && sizeOf(hunk) === 0) last.same += hunk.same;
    else clean.push({ ...hunk });
  }
  return clean;
}

/** The most words in a row that are scraps where more was changed before and after them. */
const fewWords = 3;

const isScrap = (before: Hunk, after: Hunk) =>
  before.same.length <= Math.min(sizeOf(before), sizeOf(after)) && before.same.trim().split(/\s+/).length <= fewWords;
const sizeOf = ({ removed, added }: Hunk) => Math.max(removed.length, added.length);

const textsOf = (units: readonly Unit[]) => units.map(({ text }) => text);
const joined = (units: readonly Unit[]) => units.map(({ text, tail }) => text + tail).join("");
