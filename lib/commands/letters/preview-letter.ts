import { db } from "#lib/data/db.ts";
import { readFactsOfPlan } from "#lib/data/letters/facts.ts";
import { moves, type Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { siteAddress } from "#lib/mail/address.ts";
import { kindOf, type Letter } from "#lib/mail/letters.ts";
import { draftDays, readEnv } from "#lib/ops/env.ts";
import { lettersFor } from "../workflow/move-letters.ts";

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

/** The letter a move would send, to whom, before it is made. Null where it sends none, or not to one person. */
export async function previewLetter({
  versionId,
  move,
  to,
  actor,
  reason,
  assigneeId,
  publishAt = null,
  now = new Date(),
}: Plan): Promise<{ to: string; letter: Letter } | null> {
  const { authorId, ...version } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  const event = { id: versionId, kind: move, actorId: actor.id, at: now };
  const [owed] = lettersFor(event, moves[move].letter, { authorId, assigneeId: assigneeId ?? version.assigneeId });
  if (!owed?.toId) return null;
  const env = readEnv();
  const plan = { to, reason, actor: actor.name, publishAt: publishAt ?? version.publishAt };
  const facts = await readFactsOfPlan(versionId, owed.toId, plan, now);
  const { write } = kindOf({ kind: move, event: { toState: to } });
  const letter = write({ ...facts, site: siteAddress(env), contact: env.CONTACT_EMAIL, draftDays: draftDays(env) });
  const { email } = await db.person.findUniqueOrThrow({ where: { id: owed.toId } });
  return { to: email, letter };
}
