import type { Queries } from "#lib/data/db.ts";
import type { Known } from "#lib/data/imports/imported.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { saveContact } from "#lib/commands/people/save-contact.ts";
import { holdForMoves } from "#lib/commands/workflow/move-version.ts";
import { saveRevisionIn } from "#lib/commands/workflow/save-revision.ts";
import { startCaseStudyIn } from "#lib/commands/workflow/start-case-study.ts";
import { startNextVersionIn } from "#lib/commands/workflow/start-next-version.ts";
import { changesOf, isOtherContact, withChanges } from "#lib/domain/imports/differences.ts";
import { declarationsFor } from "#lib/domain/imports/gaps.ts";
import type { ReadRow } from "#lib/domain/imports/read-row.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { getTemplate, questionFor } from "#lib/domain/template/templates.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { takeImportedDraftIn } from "./take-imported-draft.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** A version that a row became, with the revision that holds its words. */
export interface Became {
  caseStudyId: string;
  versionId: string;
  revision: number;
}

interface Request {
  row: ReadRow;
  known: Known | null;
  /** Who imports. Without anybody, nothing but new drafts can be made. */
  actor: Person | null;
  publish: boolean;
  reason: string;
}

/** What a row became, and how to publish it where that is wanted. */
export interface Brought {
  became: Became;
  /** Whoever publishes holds up other publications until the transaction ends. */
  publish: (() => Promise<Result<unknown, string>>) | null;
}

/**
 * Makes a draft of a row, or of what it changes, by the commands that everybody's work takes; and where it is to be published, one
 * that has been accepted. Runs in its caller's transaction.
 *
 * @param project told what to bring into the listing once it is published
 */
export async function bringIn(
  tx: Queries,
  request: Request,
  project: (caseStudyId: string) => void,
): Promise<Result<Brought, string>> {
  const { known, actor, publish, reason } = request;
  const made = known ? await changeKnown(tx, { ...request, known }) : await start(tx, request);
  if (!made.ok) return made;
  const became = made.value;
  if (!publish) return ok({ became, publish: null });
  if (!actor) return refuse("not-allowed");
  const held = await holdForMoves(tx, became.versionId, project);
  if (!held.ok) return held;
  // Writer and editor are one here, so the reason stands where the workflow asks one for that.
  const step = (move: Move, why = "") => held.value({ basedOn: became.revision, move, actor, reason: why });
  for (const [move, why] of [["submit"], ["take"], ["accept", reason]] as const) {
    const moved = await step(move, why);
    if (!moved.ok) return moved;
  }
  return ok({ became, publish: () => step("publish", reason) });
}

async function start(tx: Queries, { row, actor, publish }: Request): Promise<Result<Became, string>> {
  const answers = { ...row.answers, ...(publish && declarationsFor(row.template)) };
  const { template, contact, lead } = row;
  const begun = { template, answers, contact, personId: actor?.id ?? null, imported: true };
  const started = await startCaseStudyIn(tx, { ...begun, ...(lead && { lead }) });
  if (!started.ok) return started;
  const { caseStudyId, versionId, revision } = started.value;
  return ok({ caseStudyId, versionId, revision });
}

/** Adds what differs from before to the draft that it still is, or to the next version of what is published. */
async function changeKnown(
  tx: Queries,
  { row, known, actor, publish }: Request & { known: Known },
): Promise<Result<Became, string>> {
  if (!actor) return refuse("not-allowed");
  if (row.template !== known.template) return refuse("another-template");
  const draft = await draftFor(tx, known, actor);
  if (!draft.ok) return draft;
  const { versionId, revision } = draft.value;
  const changes = changesOf(row, known.answers);
  const asked = questionFor(getTemplate(row.template), "contact");
  if (asked && isOtherContact(row.contact, known.contact) && row.contact)
    changes.set(asked.key, await saveContact(tx, known.caseStudyId, row.contact));
  const answers = withChanges(await getAnswers(tx, versionId, revision), changes);
  const declared = publish ? declarationsFor(row.template) : {};
  const words = { ...answers, ...declared };
  const saved = await saveRevisionIn(tx, { id: versionId, basedOn: revision, answers: words, actor });
  if (!saved.ok) return saved;
  return ok({ caseStudyId: known.caseStudyId, versionId, revision: saved.value.revision });
}

async function draftFor(
  tx: Queries,
  known: Known,
  actor: Person,
): Promise<Result<Omit<Became, "caseStudyId">, string>> {
  const { versionId, caseStudyId, latestRevision, state } = known;
  if (state === "draft") {
    const taken = await takeImportedDraftIn(tx, { id: versionId, actor });
    return taken.ok ? ok({ versionId, revision: latestRevision }) : taken;
  }
  return startNextVersionIn(tx, { caseStudyId, actor, imported: true });
}
