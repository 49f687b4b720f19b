import { db } from "#lib/data/db.ts";
import { holdPersonAt } from "#lib/data/people/people.ts";
import { addSuggestion } from "#lib/data/review/suggestions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";

interface Request {
  /** Of the published case study it is about. */
  slug: string;
  text: string;
  /** A work e-mail address, already checked to be one, so that an editor can ask back. */
  email: string;
  /** Key of the form it was typed in. The same form sent again changes nothing. */
  key?: string;
  /** False where a program seems to have written it: it is kept, and the editors are not written to. */
  announced?: boolean;
  now?: Date;
}

/** Keeps what somebody who knows better says about a published case study, for the editors to see. */
export async function suggestChange({
  slug,
  email,
  now = new Date(),
  ...said
}: Request): Promise<Result<{ caseStudyId: string }, "not-found">> {
  return db.$transaction(async (tx) => {
    const published = await tx.version.findFirst({ where: { caseStudy: { slug }, state: "published" } });
    if (!published) return refuse("not-found");
    const from = await holdPersonAt(tx, email);
    await addSuggestion(tx, { ...said, kind: "change", about: published, fromId: from.id, now });
    return ok({ caseStudyId: published.caseStudyId });
  });
}
