import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { forgetIdlePerson, holdPersonAt } from "#lib/data/people/people.ts";
import { createLink, findLinkOf } from "#lib/data/submissions/links.ts";
import { lockVersion, subjectOf } from "#lib/data/versions.ts";
import { edits } from "#lib/domain/people/changes.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayRevise, type Actor } from "#lib/domain/workflow/decide.ts";
import { isUnsent } from "#lib/domain/workflow/states.ts";

interface Request {
  versionId: string;
  /** A work e-mail address, already checked to be one. */
  email: string;
  actor: Actor;
  now?: Date;
}

/**
 * Notes whose draft it is and sends them its link, again to whoever asks again. Somebody else who was named before, perhaps by a
 * slip of the keys, keeps nothing: what they were sent opens nothing any more.
 *
 * @returns the token of the draft's new address, or null where the old one stays
 */
export async function nameAuthor({ versionId, email, actor, now = new Date() }: Request) {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!mayRevise(subjectOf(version), actor)) return refuse("not-allowed");

    const person = await holdPersonAt(tx, email);
    // It is an author's like any other from here on: on their own list, told of before it goes, and theirs to send.
    if (version.imported && !edits(person))
      await tx.version.update({ where: { id: versionId }, data: { imported: false } });
    // What the letter says hangs on where the draft stands: begun, or sent back.
    const about = await tx.event.findFirstOrThrow({
      where: { versionId, toState: version.state },
      orderBy: { at: isUnsent(version.state) ? "asc" : "desc" },
    });
    await oweLetter(tx, { kind: "start", toId: person.id, eventId: about.id, now });
    if (version.authorId === person.id) return ok({ personId: person.id, token: null });
    await tx.version.update({ where: { id: versionId }, data: { authorId: person.id } });
    if (version.authorId) await tx.link.updateMany({ where: { versionId, revokedAt: null }, data: { revokedAt: now } });
    const kept = await findLinkOf(tx, versionId, "draft", now);
    const made = kept ? null : await createLink(tx, { purpose: "draft", versionId, now });
    if (version.authorId) await forgetIdlePerson(tx, version.authorId);
    return ok({ personId: person.id, token: made && made.token });
  });
}
