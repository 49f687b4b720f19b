import { divergences, type Told } from "./check.ts";
import type { Op } from "./history.ts";
import type { Effect, Kept } from "./rows.ts";

const withKept = (told: Told, kept: Partial<Kept>): Told => ({ ...told, kept: { ...told.kept, ...kept } });
const without = (all: readonly Effect[], wanted: (one: Effect) => boolean) => {
  const place = all.findLastIndex(wanted);
  return all.filter((_, at) => at !== place);
};
const changed = <Item>(all: readonly Item[], wanted: (one: Item) => boolean, fault: Partial<Item>): Item[] => {
  const place = all.findLastIndex(wanted);
  return all.map((one, at) => (at === place ? { ...one, ...fault } : one));
};
const withOps = (told: Told, ops: Op[]): Told => ({ ...told, history: { ...told.history, ops } });
const ofKind = (kind: string) => (one: { kind: string; actor?: string | null }) =>
  one.kind === kind && one.actor !== null;

const isPublished = ({ kind, told }: Op) => kind === "publish" && told === "done";

/** Faults that the site must not have, made by hand: a check that does not see them proves nothing. */
const controls: Record<string, (told: Told) => Told> = {
  "a decision that was acknowledged and is lost": (told) =>
    withKept(told, { events: without(told.kept.events, ofKind("accept")) }),
  "a correction that was acknowledged and is lost": (told) =>
    withKept(told, { revisions: without(told.kept.revisions, ({ text }) => text.startsWith("mark-")) }),
  "a comment that was acknowledged and is lost": (told) =>
    withKept(told, { comments: without(told.kept.comments, () => true) }),
  "a comment that was written twice": (told) =>
    withKept(told, { comments: [...told.kept.comments, ...told.kept.comments.slice(-1).map((one) => ({ ...one }))] }),
  "words that are not those that were saved": (told) =>
    withKept(told, { comments: changed(told.kept.comments, () => true, { text: "another's" }) }),
  "a step that the workflow does not have": (told) =>
    withKept(told, { events: changed(told.kept.events, ofKind("take"), { text: "published" }) }),
  "a text that was accepted by whoever wrote it": (told) =>
    withKept(told, {
      revisions: told.kept.revisions.map((one) => ({ ...one, actor: told.people[0] ?? null })),
    }),
  "something that nobody asked for": (told) =>
    withOps(
      told,
      told.history.ops.filter((op) => op !== told.history.ops.findLast(isPublished)),
    ),
  "a refusal without a reason": (told) =>
    withOps(
      withKept(told, { comments: [] }),
      told.history.ops.map((op) => (op.kind === "comment" && op.told === "done" ? { ...op, told: "refused" } : op)),
    ),
  "a version that nobody started": (told) =>
    withKept(told, {
      versions: [
        ...told.kept.versions,
        ...told.kept.versions.slice(-1).map((one) => ({ ...one, id: "twin", startKey: null, number: 99 })),
      ],
    }),
  "a version that is lost": (told) => withKept(told, { versions: told.kept.versions.slice(1) }),
  "a version that stands elsewhere than its history": (told) =>
    withKept(told, {
      versions: changed(told.kept.versions, ({ state }) => state === "published", { state: "accepted" }),
    }),
  "a page with words from before": (told) => ({
    ...told,
    history: {
      ...told.history,
      looks: changed(told.history.looks, ({ seen }) => seen.startsWith("mark-"), { seen: "mark-0-end" }),
    },
  }),
  "a search that found what was not published": (told) => ({
    ...told,
    history: {
      ...told.history,
      looks: [
        ...told.history.looks,
        { title: told.history.looks[0]?.title ?? "", invoked: 1, responded: 2, seen: "found" },
      ],
    },
  }),
};

export const controlCount = Object.keys(controls).length;

/** @returns the names of the faults that were not noticed */
export function unnoticed(told: Told): string[] {
  const usual = divergences(told).length;
  return Object.entries(controls).flatMap(([name, spoil]) => (divergences(spoil(told)).length > usual ? [] : [name]));
}
