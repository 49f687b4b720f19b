import { findRecipient } from "#lib/data/upkeep/recipients.ts";
import type { Queries } from "#lib/data/db.ts";
import { askingDay } from "#lib/domain/upkeep/enquiries.ts";
import { upkeepDays } from "#lib/ops/env.ts";

/** When somebody is asked whether a published case study is still right, and who, as its author is told. */
export interface ComingReview {
  askedOn: Date;
  whom: "reader" | "contact" | "author";
}

type Version = Parameters<typeof findRecipient>[1] & { reviewBy: Date | null };

/** What comes of a version that is published, as it stands now. Null where nobody is asked. */
export async function findComingReview(
  queries: Queries,
  version: Version,
  reader: { id: string; email: string } | null,
): Promise<ComingReview | null> {
  const recipient = version.reviewBy && (await findRecipient(queries, version));
  if (!version.reviewBy || !recipient) return null;
  const askedOn = askingDay("review", version.reviewBy, upkeepDays());
  const isReader = recipient.toId
    ? recipient.toId === reader?.id
    : recipient.address?.toLowerCase() === reader?.email.toLowerCase();
  return { askedOn, whom: isReader ? "reader" : recipient.toId ? "author" : "contact" };
}
