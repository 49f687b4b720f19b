import type { LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { reviewAfter } from "#lib/domain/review.ts";
import { readEnv, reviewMonths } from "#lib/ops/env.ts";
import { pathHere } from "#lib/domain/addresses/same-site-path.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { DetailsRefusal } from "#lib/domain/workflow/details.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";

/** What some moves need besides an actor and a reason. */
export interface Details {
  /** handOver: id of the editor it goes to. */
  assigneeId?: string;
  /** schedule: when it is to be published. */
  publishAt?: Date;
  /** unpublish: path of a page of ours that readers are sent to instead. */
  redirectTo?: string;
  /** publish, schedule: whether the address follows the title. The old one then leads to the new one for ever. */
  newAddress?: boolean;
  /** submit: whether the author wants to see the edited text before it is published. */
  showEdits?: boolean;
}

/** Where readers of a page that goes are to be sent: a path of ours without a slash at its end. Null for anything else. */
export function targetOf(redirectTo: string): string | null {
  return pathHere(redirectTo, readEnv().PUBLIC_URL);
}

type Changes = Partial<
  Pick<
    LockedVersion,
    | "assigneeId"
    | "publishAt"
    | "answerBy"
    | "stateBeforeHold"
    | "suspicion"
    | "reviewBy"
    | "overdue"
    | "showEdits"
    | "newAddress"
  >
>;

/** What a move changes on a version besides its state. */
export function changesTo(
  version: LockedVersion,
  move: Move,
  actor: Actor,
  details: Details,
  now: Date,
): Result<Changes, DetailsRefusal> {
  switch (move) {
    case "submit":
      return ok(details.showEdits === undefined ? {} : { showEdits: details.showEdits });
    case "hold":
      return ok({ stateBeforeHold: version.state });
    case "release":
      // Somebody has looked: taken back and sent again, it is not held for the same suspicion.
      return ok({ stateBeforeHold: null, suspicion: "" });
    case "take":
      return ok({ assigneeId: actor.kind === "person" ? actor.id : null });
    case "handOver":
      return details.assigneeId ? ok({ assigneeId: details.assigneeId }) : refuse("details-missing");
    case "unassign":
    case "takeBack":
      return ok({ assigneeId: null });
    case "schedule":
      return details.publishAt
        ? ok({ publishAt: details.publishAt, newAddress: details.newAddress ?? false })
        : refuse("details-missing");
    case "unschedule":
      return ok({ publishAt: null, newAddress: false });
    case "reopen":
      return ok({ publishAt: null, newAddress: false, answerBy: null });
    case "publish":
      return ok({ publishAt: null, newAddress: false, overdue: false, reviewBy: reviewAfter(now, reviewMonths()) });
    case "unpublish":
      return details.redirectTo === undefined || targetOf(details.redirectTo) ? ok({}) : refuse("redirect-elsewhere");
    default:
      return ok({});
  }
}
