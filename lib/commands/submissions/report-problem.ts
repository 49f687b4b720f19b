import { db } from "#lib/data/db.ts";
import { holdPersonAt } from "#lib/data/people/people.ts";
import { addSuggestion } from "#lib/data/review/suggestions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { ProblemKind } from "#lib/domain/suggestion.ts";
import { pageStates } from "#lib/domain/workflow/states.ts";

interface Request {
  /** Of the case study whose page it is about. A withdrawn one has a page too. */
  slug: string;
  kind: ProblemKind;
  text: string;
  /** Already checked to be an address. Null where no answer is wanted: then nothing is kept of whoever reports it. */
  email: string | null;
  /** Key of the form it was typed in. The same form sent again changes nothing. */
  key?: string;
  /** False where a program seems to have written it: it is kept, and the editors are not written to. */
  announced?: boolean;
  now?: Date;
}

/** Keeps a problem that a reader has with the page of a case study, for the editors to see. */
export async function reportProblem({
  slug,
  email,
  now = new Date(),
  ...said
}: Request): Promise<Result<{ caseStudyId: string }, "not-found">> {
  return db.$transaction(async (tx) => {
    const shown = await tx.version.findFirst({ where: { caseStudy: { slug }, state: { in: [...pageStates] } } });
    if (!shown) return refuse("not-found");
    const from = email === null ? null : await holdPersonAt(tx, email);
    await addSuggestion(tx, { ...said, about: shown, fromId: from?.id ?? null, now });
    return ok({ caseStudyId: shown.caseStudyId });
  });
}
