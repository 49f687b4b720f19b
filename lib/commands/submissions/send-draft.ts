import { db, type Queries } from "#lib/data/db.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { declarationsOf } from "#lib/domain/template/declarations.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { moveVersionIn } from "#lib/commands/workflow/move-version.ts";
import { isComplete } from "#lib/commands/workflow/steps/take-step.ts";
import { saveSectionIn } from "./save-section.ts";

interface Request {
  versionId: string;
  /** The revision that was read before it was sent. */
  basedOn: number;
  /** The declarations that were ticked. They are kept where something is missing, so that they need not be ticked again. */
  declared: Answers;
  showEdits: boolean;
  /** What its author says to the editors about it, who alone read it besides the author. */
  reply?: string;
  now?: Date;
}

/**
 * Sends a draft for whoever has its link. What is declared and the submission are kept together, so that however often
 * and however much at once the same form arrives, it is sent once and every copy is told so.
 */
export async function sendDraft({ versionId, basedOn, declared, showEdits, reply = "", now = new Date() }: Request) {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!isWithAuthor(version.state)) return ok(version.state);
    // What somebody else wrote meanwhile has not been read by whoever sends it.
    if (version.latestRevision !== basedOn) return refuse("stale");
    if (!version.authorId || !(await isComplete(tx, version, declared))) {
      await declare(tx, version, declared, now);
      return refuse("incomplete");
    }
    const revision = await declare(tx, version, declared, now);
    // Somebody has made it theirs: from here on its author is written to, and has links, like every other.
    if (version.imported) await tx.version.update({ where: { id: versionId }, data: { imported: false } });
    const actor = { kind: "holder", versionId } as const;
    const details = { showEdits };
    return moveVersionIn(tx, { id: versionId, basedOn: revision, move: "submit", actor, reason: reply, details, now });
  });
}

/** @returns the number of the revision that holds what is declared */
async function declare(tx: Queries, version: LockedVersion, typed: Answers, now: Date): Promise<number> {
  const { id: versionId, latestRevision: basedOn } = version;
  const section = declarationsOf(getTemplate(version.template));
  if (!section) return basedOn;
  const contact = { email: "", name: "", phone: "" };
  const saved = await saveSectionIn(tx, { versionId, basedOn, section, typed, contact, now });
  return saved.ok ? saved.value.revision : basedOn;
}
