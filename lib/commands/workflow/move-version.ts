import type { Queries } from "#lib/data/db.ts";
import { publicly } from "#lib/data/generation.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { isComplete, takeStep, type MoveRefusal, type MoveRequest } from "./steps/take-step.ts";

export type { MoveRefusal, MoveRequest } from "./steps/take-step.ts";

/** Moves one version along the workflow. State, history, letters and what the public sees are kept together or not at all. */
export const moveVersion = (request: MoveRequest) => publicly((tx) => moveVersionIn(tx, request));

/** The same as part of a greater whole. */
export async function moveVersionIn(tx: Queries, request: MoveRequest): Promise<Result<State, MoveRefusal>> {
  const { now = new Date() } = request;
  const version = await lockVersion(tx, request.id);
  if (!version) return refuse("not-found");
  const moved = await takeStep(tx, version, request, now);
  if (!moved.ok) return moved;
  if (request.move !== "submit" || !version.suspicion) return ok(moved.value.state);
  const held = await takeStep(tx, moved.value, holdFor(version), now);
  return held.ok ? ok(held.value.state) : held;
}

/** Makes moves of one version, one after the other. */
type Mover = (request: Omit<MoveRequest, "id">) => Promise<Result<State, MoveRefusal>>;

/**
 * Holds a version for several moves, each by the same rules, as part of a greater whole.
 *
 * @param project told what to bring into the listing, which its caller does before the transaction ends
 */
export async function holdForMoves(
  tx: Queries,
  id: string,
  project: (caseStudyId: string) => void,
): Promise<Result<Mover, "not-found">> {
  let version = await lockVersion(tx, id);
  if (!version) return refuse("not-found");
  // Nobody can change the words while it is held.
  let whole: Promise<boolean> | undefined;
  const along = {
    isWhole: (one: LockedVersion) => (whole ??= isComplete(tx, one)),
    project: async (caseStudyId: string) => project(caseStudyId),
  };
  return ok(async (request) => {
    if (!version) return refuse("not-found");
    const moved = await takeStep(tx, version, { ...request, id }, request.now ?? new Date(), along);
    if (!moved.ok) return moved;
    version = moved.value;
    return ok(version.state);
  });
}

/** What the spam rules do with a submission that is suspect, before any editor sees it. */
const holdFor = ({ id, latestRevision, suspicion }: LockedVersion): MoveRequest => ({
  ...{ id, basedOn: latestRevision, move: "hold", actor: { kind: "rules" }, reason: suspicion },
});
