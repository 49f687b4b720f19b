import type { Hunk } from "./hunks.ts";
import { paragraphsOf } from "./units.ts";

/** Text that is in both, only in the old or only in the new one. */
export interface Segment {
  kind: "same" | "removed" | "added";
  text: string;
}

/**
 * The hunks as text to read on: each paragraph that went stands beside the one that came in its place. Joining what is the
 * same and what was removed gives the old text, what is the same and what was added the new one.
 */
export function segmentsOf(hunks: readonly Hunk[]): Segment[] {
  return merged(
    hunks.flatMap(({ removed, added, same }) => [...besideEachOther(removed, added), { kind: "same", text: same }]),
  );
}

function besideEachOther(removed: string, added: string): Segment[] {
  const [went, came] = [paragraphsOf(removed), paragraphsOf(added)];
  return Array.from({ length: Math.max(went.length, came.length) }).flatMap((_, index): Segment[] => {
    const [old, fresh] = [went[index], came[index]];
    const texts: Segment[] = [
      { kind: "removed", text: old?.text ?? "" },
      { kind: "added", text: fresh?.text ?? "" },
    ];
    if (old?.tail === fresh?.tail) return [...texts, { kind: "same", text: old?.tail ?? "" }];
    return [...texts, { kind: "removed", text: old?.tail ?? "" }, { kind: "added", text: fresh?.tail ?? "" }];
  });
}

/** Neighbours of one kind as one, and none without text. */
export function merged(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = [];
  for (const { kind, text } of segments) {
    const last = whole.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) whole.push({ kind, text });
  }
  return whole;
}
