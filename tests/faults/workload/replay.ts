import { faultOf, faultOfSave, type View } from "./model.ts";
import type { Effect, Kept, VersionRow } from "./rows.ts";

/** A version as it was from a moment on. */
export interface Frame {
  at: number;
  view: View;
  by: Effect | null;
}

export interface Replayed {
  version: VersionRow;
  frames: Frame[];
  faults: string[];
}

/** Lets the model live through what was kept of a version. */
export function replay(version: VersionRow, { events, revisions }: Kept): Replayed {
  const faults: string[] = [];
  const nothing: View = { state: "", revision: 0, author: version.author, writers: [] };
  const frames: Frame[] = [{ at: 0, view: nothing, by: null }];
  const latest = () => frames.at(-1)?.view ?? nothing;
  const add = (by: Effect, changes: Partial<View>) =>
    frames.push({ at: Math.max(by.at, frames.at(-1)?.at ?? 0), view: { ...latest(), ...changes }, by });
  const saved = revisions.filter((one) => one.version === version.id);
  const saveUpTo = (number: number) => {
    for (const one of saved.splice(0, saved.filter(({ revision }) => revision <= number).length)) {
      const fault = faultOfSave(latest(), one.revision, one.actor);
      if (fault) faults.push(`${version.id}: revision ${one.revision}: ${fault}`);
      add(one, { revision: one.revision, writers: [...latest().writers, one.actor] });
    }
  };
  for (const event of events.filter((one) => one.version === version.id)) {
    saveUpTo(event.revision);
    const fault = faultOf(latest(), { ...event, to: event.text });
    if (fault) faults.push(`${version.id}: ${event.kind}: ${fault}`);
    add(event, { state: event.text });
  }
  saveUpTo(Infinity);
  if (latest().state !== version.state) faults.push(`${version.id} is ${version.state} and not ${latest().state}`);
  if (latest().revision !== version.revisions) faults.push(`${version.id} has not ${version.revisions} revisions`);
  return { version, frames, faults };
}

/** What readers find of a case study from a moment on. */
export interface Shown {
  at: number;
  page: string;
  found: boolean;
  by: Effect | null;
}

/** What readers were shown of a case study, from the lines of history of all its versions. */
export function shownOver(caseStudy: string, { versions, events, revisions }: Kept): Shown[] {
  const own = new Set(versions.filter(({ caseStudyId }) => caseStudyId === caseStudy).map(({ id }) => id));
  const words = new Map(revisions.map(({ version, revision, text }) => [`${version} ${revision}`, text]));
  const shown: Shown[] = [{ at: 0, page: "404", found: false, by: null }];
  for (const event of events.filter(({ version }) => own.has(version))) {
    const mark = words.get(`${event.version} ${event.revision}`);
    const page = { published: mark, withdrawn: `withdrawn ${mark}`, unpublished: "410" }[event.text];
    if (page) shown.push({ at: event.at, page, found: event.text === "published", by: event });
  }
  return shown;
}
