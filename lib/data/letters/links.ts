import { db } from "../db.ts";
import { createLink, expiryOf, findLinkOf, lifetimes, tokenOf, type LinkPurpose } from "#lib/data/submissions/links.ts";

/** How much of its life a person's own link must have left to go out in another letter. */
const fresh = 6 / 7;

/** A secret address as a letter carries it. */
export interface MailedLink {
  token: string;
  until: Date | null;
}

interface Wanted {
  purpose: LinkPurpose;
  versionId: string | undefined;
  personId: string | null;
}

/** The newest living link for a purpose, or a new one. Null where there is nothing for it to open. */
export async function linkFor({ purpose, versionId, personId }: Wanted, now: Date): Promise<MailedLink | null> {
  const found = versionId
    ? await findLinkOf(db, versionId, purpose, now)
    : isOnesOwn(purpose) && personId
      ? await findOwn(purpose, personId, now)
      : null;
  if (found) return { token: tokenOf(found.id), until: found.expiresAt };
  if (!versionId && !isOnesOwn(purpose)) return null;
  const expiresAt = expiryOf(purpose, now);
  const { token } = await createLink(db, { purpose, versionId, personId, expiresAt, now });
  return { token, until: expiresAt };
}

/** Whether a link opens something of a person's, rather than of a version's. */
const isOnesOwn = (purpose: LinkPurpose) => purpose === "mine" || purpose === "erase" || purpose === "signIn";

/** A person's own link with nearly all of its life left: what is said to work for a week does. Older ones expire. */
const findOwn = (purpose: LinkPurpose, personId: string, now: Date) =>
  db.link.findFirst({
    where: {
      personId,
      purpose,
      usedAt: null,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gte: new Date(now.getTime() + fresh * (lifetimes[purpose] ?? 0)) } }],
    },
    orderBy: { createdAt: "desc" },
  });
