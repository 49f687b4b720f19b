import type { Queries } from "#lib/data/db.ts";
import { createLink, expiryOf, findLinkOf } from "#lib/data/submissions/links.ts";
import type { State } from "#lib/domain/workflow/states.ts";

/** The secret addresses a submission brings with it: one to follow it by, and one to confirm the e-mail address if that is still to do. */
export async function linksForSubmission(tx: Queries, versionId: string, to: State, now: Date) {
  if (!(await findLinkOf(tx, versionId, "track", now))) await createLink(tx, { purpose: "track", versionId, now });
  if (to !== "unconfirmed") return;
  await tx.link.updateMany({ where: { versionId, purpose: "confirm", revokedAt: null }, data: { revokedAt: now } });
  await createLink(tx, { purpose: "confirm", versionId, expiresAt: expiryOf("confirm", now), now });
}
