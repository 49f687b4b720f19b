import type { Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { lengthOf, tidy } from "#lib/domain/template/text.ts";
import { longestWords } from "#lib/domain/upkeep/answers.ts";
import { isEditor, type Actor } from "#lib/domain/workflow/decide.ts";
import { hasPage } from "#lib/domain/workflow/states.ts";

interface Request {
  id: string;
  /** Where readers are to see it; where they are not; or no longer. */
  as: "published" | "declined" | "removed";
  /** What readers see, when it is published. */
  text?: string;
  /** Why not, word for word as the council reads it. */
  reason?: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

type Refusal =
  | "not-allowed"
  | "not-found"
  | "not-published"
  | "settled-already"
  | "text-missing"
  | "text-too-long"
  | "reason-missing"
  | "reason-too-long";

const kinds = {
  published: "publishFollowUp",
  declined: "declineFollowUp",
  removed: "removeFollowUp",
} as const;

/** Decides about what a council says happened next, or takes it down again. Whoever wrote it gets a letter the first time. */
export async function settleFollowUp(request: Request): Promise<Result<null, Refusal>> {
  const { id, as, actor, now = new Date() } = request;
  const [text, reason] = [tidy(request.text ?? ""), tidy(request.reason ?? "")];
  if (!isEditor(actor)) return refuse("not-allowed");
  const flaw = flawOf(as, text, reason);
  if (flaw) return refuse(flaw);
  return publicly(async (tx) => {
    const found = await tx.followUp.findUnique({ where: { id } });
    const version = found && (await findShown(tx, found.caseStudyId));
    if (!found) return refuse("not-found");
    if (!version) return refuse("not-published");
    const before = as === "removed" ? "published" : "waiting";
    const settled = { state: as === "published" ? as : "declined", reason, settledAt: now, settledById: actor.id };
    const { count } = await tx.followUp.updateMany({
      where: { id, state: before },
      data: { ...settled, ...(as === "published" && { text }) },
    });
    if (!count) return refuse("settled-already");

    const line = { versionId: version.id, revision: version.latestRevision, reason };
    const state = { fromState: version.state, toState: version.state };
    await tx.event.create({ data: { ...line, ...state, kind: kinds[as], actorId: actor.id, at: now } });
    if (as !== "removed") await tellWhoWroteIt(tx, { enquiryId: found.enquiryId, versionId: version.id, as, now });
    if (as !== "declined") await raiseGeneration(tx);
    return ok(null);
  });
}

function flawOf(as: Request["as"], text: string, reason: string): Refusal | null {
  if (as === "published") {
    if (!text) return "text-missing";
    return lengthOf(text) > longestWords ? "text-too-long" : null;
  }
  if (!reason) return "reason-missing";
  return lengthOf(reason) > longestWords ? "reason-too-long" : null;
}

/** The version that readers see, held with its case study. Null where there is none. */
async function findShown(tx: Queries, caseStudyId: string) {
  const shown = await tx.version.findFirst({ where: { caseStudyId, state: { in: ["published", "withdrawn"] } } });
  const version = shown && (await lockVersion(tx, shown.id));
  return version && hasPage(version.state) ? version : null;
}

interface Told {
  enquiryId: string;
  versionId: string;
  as: "published" | "declined";
  now: Date;
}

/** By the way the question went. */
async function tellWhoWroteIt(tx: Queries, { enquiryId, versionId, as, now }: Told): Promise<void> {
  const asked = await tx.letter.findFirst({ where: { enquiryId }, orderBy: { queuedAt: "desc" } });
  if (!asked?.toId && !asked?.address) return;
  const to = { toId: asked.toId, address: asked.address };
  await tx.letter.create({ data: { ...to, kind: kinds[as], enquiryId, versionId, queuedAt: now, dueAt: now } });
}
