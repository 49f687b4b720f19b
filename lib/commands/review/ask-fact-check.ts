import { randomUUID } from "node:crypto";
import { saveContact } from "#lib/commands/people/save-contact.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { hashOf, tokenOf } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { oneLine, tidy } from "#lib/domain/template/text.ts";
import { mayAskFactCheck, type Actor } from "#lib/domain/workflow/decide.ts";
import { factCheckDays } from "#lib/domain/workflow/fact-checks.ts";

const day = 24 * 60 * 60 * 1000;

interface Request {
  versionId: string;
  /** The revision the editor had before them, which is the one that is checked. */
  basedOn: number;
  /** Whom to ask. */
  name: string;
  /** An e-mail address, already checked to be one. */
  email: string;
  /** What the editor writes to them, "" for nothing. */
  note: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Asks somebody outside to check the facts of a version. Asked again about the same words while the first letter can be answered, they get no second one. */
export async function askFactCheck({ versionId, basedOn, actor, now = new Date(), ...asked }: Request) {
  const [name, email, note] = [oneLine(asked.name), oneLine(asked.email), tidy(asked.note)];
  if (!name) return refuse("name-missing");
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!mayAskFactCheck(version.state, actor)) return refuse("not-allowed");
    if (version.latestRevision !== basedOn) return refuse("stale");
    const waiting = await findWaiting(tx, { versionId, revision: basedOn, email, now });
    if (waiting) return ok({ id: waiting.id });

    const line = { versionId, revision: basedOn, fromState: version.state, toState: version.state };
    const event = await tx.event.create({
      data: { ...line, kind: "askFactCheck", actorId: actor.id, reason: note, at: now },
    });
    const id = randomUUID();
    const contactId = await saveContact(tx, version.caseStudyId, { name, email });
    const expiresAt = new Date(now.getTime() + factCheckDays * day);
    const link = { tokenHash: hashOf(tokenOf(id)), expiresAt };
    await tx.factCheck.create({ data: { id, versionId, askedId: event.id, contactId, ...link } });
    await tx.letter.create({
      data: { eventId: event.id, kind: event.kind, factCheckId: id, address: email, queuedAt: now, dueAt: now },
    });
    return ok({ id });
  });
}

interface Wanted {
  versionId: string;
  revision: number;
  email: string;
  now: Date;
}

const findWaiting = (tx: Queries, { versionId, revision, email, now }: Wanted) =>
  tx.factCheck.findFirst({
    where: {
      ...{ versionId, asked: { revision }, contact: { email } },
      ...{ answeredAt: null, revokedAt: null, expiresAt: { gt: now } },
    },
  });
