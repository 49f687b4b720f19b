import { createHash } from "node:crypto";
import { formerAfter, leadsTo, movedAddresses, type Former } from "#lib/domain/catalogue/addresses.ts";
import { effectOn, type Effect } from "#lib/domain/catalogue/effect.ts";
import {
  applied,
  namedBy,
  standingFor,
  touchedBy,
  type Patch,
  type TermList,
  type TermRow,
} from "#lib/domain/catalogue/terms.ts";
import type { Queries } from "#lib/data/db.ts";
import { readFormer } from "#lib/data/catalogue/changes.ts";
import { countUnder, countUnpublished, listTagged } from "#lib/data/catalogue/planning/tagged.ts";

/** Everything that a change of a list comes to, as of one moment. */
export interface TermPlan extends Effect {
  list: TermList;
  rows: TermRow[];
  patch: Patch;
  /** Former addresses as they are and as they will be. */
  former: { before: Former; after: Former };
  /** Case studies whose place in the listing is written anew: more than change what they show. */
  caseStudyIds: string[];
  /** Addresses that lead elsewhere from then on. */
  moved: ReturnType<typeof movedAddresses>;
  /** What is not published and names it: it follows without being changed. */
  drafts: number;
  submissions: number;
  /** Says all of this briefly, to know whether it is still so. */
  seen: string;
}

interface Change {
  list: TermList;
  rows: TermRow[];
  patch: Patch;
  /** What an undone change had taken from others. */
  back?: Former;
}

/** Reads what a change of a list comes to. */
export async function planTerms(tx: Queries, { list, rows, patch, back }: Change): Promise<TermPlan> {
  const after = applied(rows, patch);
  const ids = touchedBy(rows, patch);
  const slugs = ids.flatMap((id) => standingFor(rows, id)?.slug ?? []);
  const tagged = await listTagged(tx, list, ids, slugs);
  const effect = effectOn(tagged, { before: rows, after }, await countUnder(tx, list));
  const before = await readFormer(tx, list);
  const former = { before, after: formerAfter(before, patch, back) };
  const moved = movedAddresses(leadsTo(rows, former.before), leadsTo(after, former.after));
  const caseStudyIds = tagged.map(({ caseStudyId }) => caseStudyId);
  const unpublished = await countUnpublished(tx, list, namedBy(rows, patch));
  const seen = digest([
    asShown(patch),
    tagged.map(({ caseStudyId, revision }) => [caseStudyId, revision]),
    effect,
    moved,
  ]);
  return { list, rows, patch, former, caseStudyIds, moved, ...effect, ...unpublished, seen };
}

/** What an editor is shown of it: not the moment, nor the number of a place. */
const asShown = (patch: Patch) =>
  JSON.stringify(patch, (key, value: unknown) =>
    key === "position" ? undefined : key === "retiredAt" ? value !== null : value,
  );

const digest = (parts: unknown) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
