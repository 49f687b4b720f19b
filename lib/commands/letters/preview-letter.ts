import { db } from "#lib/data/db.ts";
import { readFactsOfPlan } from "#lib/data/letters/facts.ts";
import { findEdits } from "#lib/data/review/edits.ts";
import { moves, type Move } from "#lib/domain/workflow/moves.ts";
import { answerByFor, mustShowEdits } from "#lib/domain/workflow/shown-edits.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { siteAddress } from "#lib/mail/address.ts";
import { kindOf, type Letter } from "#lib/mail/letters.ts";
import { draftDays, readEnv } from "#lib/ops/env.ts";
import { findFormerAuthor, lettersFor } from "../workflow/move-letters.ts";

interface Plan {
  versionId: string;
  move: Move;
  /** Where the move leads. */
  to: State;
  actor: { id: string; name: string };
  reason: string;
  /** handOver: whom to. */
  assigneeId?: string | undefined;
  publishAt?: Date | null;
  now?: Date;
}

/** The letter a move would send, to whom, before it is made. Null where it sends none, or to nobody by name. */
export async function previewLetter({
  now = new Date(),
  ...planned
}: Plan): Promise<{ to: readonly string[]; letter: Letter } | null> {
  const version = await db.version.findUniqueOrThrow({ where: { id: planned.versionId } });
  const { move, to, actor, reason, publishAt } = planned;
  // Before somebody is chosen there is nobody to hand it over to.
  const assigneeId = planned.assigneeId ?? (move === "handOver" ? null : version.assigneeId);
  const event = { id: version.id, kind: move, actorId: actor.id, at: now };
  const formerAuthorId = await findFormerAuthor(db, version, move);
  const letters = lettersFor(event, moves[move].letter, { ...version, assigneeId, formerAuthorId });
  const ids = letters.flatMap(({ toId }) => toId ?? []);
  const [first] = ids;
  if (!first) return null;

  const shows = move === "accept" && mustShowEdits({ ...version, ...(await findEdits(db, version)) });
  const { opens, write } = kindOf({ kind: shows ? "showEdits" : move, event: { toState: to } });
  const plan = { to, reason, actor: actor.name, publishAt: publishAt ?? version.publishAt, answerBy: answerByFor(now) };
  const facts = await readFactsOfPlan(version.id, first, plan, now);
  const env = readEnv();
  // A secret address is for the reader alone: where it will stand, there is one that opens nothing.
  const link = opens ? { token: "", until: null } : null;
  const letter = write({
    ...{ ...facts, link, site: siteAddress(env), contact: env.CONTACT_EMAIL, draftDays: draftDays(env) },
  });
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { email: true },
    orderBy: { email: "asc" },
  });
  return { to: people.map(({ email }) => email), letter };
}
