import { db } from "#lib/data/db.ts";
import { findVersionToName } from "#lib/data/review/suggestions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { tidy } from "#lib/domain/template/text.ts";
import { isEditor, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  /** What whoever sent it is told, word for word. */
  answer: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Settles a suggestion or a problem and owes whoever sent it a letter, if they left an address and were not erased. Settled once, it stays so. */
export async function settleSuggestion({
  id,
  answer,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ told: boolean }, "not-allowed" | "answer-missing" | "settled-already">> {
  if (!isEditor(actor)) return refuse("not-allowed");
  if (!tidy(answer)) return refuse("answer-missing");
  return db.$transaction(async (tx) => {
    const settled = { handledAt: now, answer: tidy(answer), settledById: actor.id };
    const { count } = await tx.suggestion.updateMany({ where: { id, handledAt: null }, data: settled });
    if (!count) return refuse("settled-already");
    const { fromId, caseStudyId } = await tx.suggestion.findUniqueOrThrow({ where: { id } });
    if (!fromId) return ok({ told: false });
    const versionId = await findVersionToName(tx, caseStudyId);
    await tx.letter.create({ data: { kind: "settle", toId: fromId, versionId, suggestionId: id, queuedAt: now } });
    return ok({ told: true });
  });
}
