import { readSuccessions, writeCouncil, writeSuccessions } from "#lib/data/catalogue/councils/councils.ts";
import { findMerge } from "#lib/data/catalogue/previews/merge.ts";
import { merged, missingIn } from "#lib/domain/catalogue/councils/successions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { writeNoted, type Person } from "./note-councils.ts";

interface Request {
  /** The entry that goes, and the one that comes to stand for it. */
  id: string;
  intoId: string;
  /** The digest of the preview it was decided by; without it, whatever it would be now. */
  basedOn?: string | undefined;
  actor: Person;
  now?: Date;
}

type Refusal = "not-allowed" | "gone" | "same" | "changed";

/**
 * Lets one entry of a council stand for another of the same council. The merged one stays, for the revisions that name it:
 * its case studies, its address and those who speak for it follow the other, for as long as it is merged.
 */
export async function mergeCouncil({
  id,
  intoId,
  basedOn,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ slug: string }, Refusal>> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return changeCatalogue<{ slug: string }, Refusal>(async (tx) => {
    const plan = await findMerge(tx, id, intoId);
    if (!plan.ok) return plan;
    const { into, digest } = plan.value;
    if (basedOn !== undefined && basedOn !== digest) return refuse("changed");

    const all = await readSuccessions(tx);
    const after = merged(all, id, into.id);
    const among = [...new Set([id, into.id, ...all.filter((pair) => pair.includes(id)).flat()])];
    const touched = await writeNoted(tx, { id, among, kind: "merge", actor, now }, async () => {
      await writeCouncil(tx, id, { mergedIntoId: into.id });
      await writeSuccessions(tx, { out: missingIn(all, after), put: missingIn(after, all) });
    });
    return ok({ value: { slug: into.slug }, touched });
  });
}
