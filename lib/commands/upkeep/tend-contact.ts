import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { trustContact } from "#lib/data/upkeep/contacts.ts";
import { findNamedContact, findRecipient } from "#lib/data/upkeep/recipients.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { londonDay } from "#lib/domain/calendar/london-days.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { hasPage } from "#lib/domain/workflow/states.ts";
import { isEditor, type Actor } from "#lib/domain/workflow/decide.ts";
import { startEnquiry } from "./ask-enquiries.ts";

interface Request {
  /** The published version whose contact it is. */
  versionId: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Shows readers a contact again that was doubted: an editor has heard from them. */
export async function showContact({
  versionId,
  actor,
  now = new Date(),
}: Request): Promise<Result<null, "not-allowed" | "not-found">> {
  if (!isEditor(actor)) return refuse("not-allowed");
  return publicly(async (tx) => {
    const version = await lockVersion(tx, versionId);
    const contact = version && hasPage(version.state) ? await findNamedContact(tx, version) : null;
    if (!version || !contact?.doubt) return refuse("not-found");
    await trustContact(tx, contact.id, now);
    const line = { versionId, revision: version.latestRevision, fromState: version.state, toState: version.state };
    await tx.event.create({ data: { ...line, kind: "showContact", actorId: actor.id, at: now } });
    await raiseGeneration(tx);
    return ok(null);
  });
}

/**
 * Asks whoever answers for a published case study at once whether it is still right, or once more. What was asked before about
 * the same day of review gives way: its link opens nothing any more.
 */
export async function askForReview({
  versionId,
  actor,
  now = new Date(),
}: Request): Promise<Result<null, "not-allowed" | "not-found" | "asked-today" | "nobody">> {
  if (!isEditor(actor)) return refuse("not-allowed");
  return publicly(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version?.state !== "published") return refuse("not-found");
    const dueOn = version.reviewBy ?? londonDay(now);
    const before = { caseStudyId: version.caseStudyId, kind: "review", dueOn };
    const asked = await tx.enquiry.findFirst({ where: { ...before, letters: { some: {} } } });
    if (asked && londonDay(asked.askedAt) >= londonDay(now)) return refuse("asked-today");
    if (!(await findRecipient(tx, version))) return refuse("nobody");
    if (!version.reviewBy) {
      await tx.version.update({ where: { id: versionId }, data: { reviewBy: dueOn } });
      await raiseGeneration(tx);
    }
    await tx.enquiry.deleteMany({ where: before });
    await startEnquiry(tx, { version, kind: "review", dueOn, now });
    return ok(null);
  });
}
