import { createHash, createHmac, randomUUID } from "node:crypto";
import { readSecret } from "#lib/ops/secret.ts";
import type { Link } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";

/** What a secret address opens: a draft to its author, a confirmation of an e-mail address, a submission's progress, a person's own list, their erasure, the editors' side to an editor. */
export type LinkPurpose = "draft" | "confirm" | "track" | "mine" | "erase" | "signIn";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** For how many milliseconds a link lives. A draft and its progress can be opened as long as they are there. */
export const lifetimes: Partial<Record<LinkPurpose, number>> = {
  ...{ confirm: 7 * day, mine: 7 * day, erase: 7 * day },
  signIn: 10 * minute,
};

/** When a link that is made now ends; null where it does not. */
export function expiryOf(purpose: LinkPurpose, now: Date): Date | null {
  const lifetime = lifetimes[purpose];
  return lifetime === undefined ? null : new Date(now.getTime() + lifetime);
}

interface NewLink {
  purpose: LinkPurpose;
  versionId?: string | null;
  personId?: string | null;
  expiresAt?: Date | null;
  /** What it is known by, where a repeat of the same form has to find it. */
  id?: string;
  now: Date;
}

/** Makes a secret address. @returns its token: 256 bits, kept nowhere, because `tokenOf` finds it again from the id */
export async function createLink(
  tx: Queries,
  { purpose, versionId = null, personId = null, expiresAt = null, id = randomUUID(), now }: NewLink,
) {
  const token = tokenOf(id);
  await tx.link.create({
    data: { id, tokenHash: hashOf(token), purpose, versionId, personId, expiresAt, createdAt: now },
  });
  return { id, token };
}

/** The token of a link, for a letter that carries it. */
export const tokenOf = (id: string) => createHmac("sha256", readSecret()).update(`link ${id}`).digest("base64url");

/** The link a token opens, unless it has expired or been revoked. A used one is found, so that its page can say so. */
export async function findLink(
  token: string,
  purpose: LinkPurpose,
  now: Date,
  queries: Queries = db,
): Promise<Link | null> {
  if (!isToken(token)) return null;
  const link = await queries.link.findUnique({ where: { tokenHash: hashOf(token) } });
  const alive = link && link.purpose === purpose && !link.revokedAt && (!link.expiresAt || link.expiresAt > now);
  return alive ? link : null;
}

/** Whether a text could be a token at all. */
export const isToken = (text: string) => /^[\w-]{43}$/.test(text);

/** The newest living link of a version for a purpose. */
export async function findLinkOf(
  queries: Queries,
  versionId: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<Link | null> {
  return queries.link.findFirst({
    where: { versionId, purpose, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: { createdAt: "desc" },
  });
}

/** What is kept of a token: enough to know it again. */
export const hashOf = (token: string) => createHash("sha256").update(token).digest();

/** What is kept of a form's key: enough to know it again, and nothing that opens what it began to whoever reads it here. */
export function keptKeyOf(key: string): string {
  const digest = createHmac("sha256", readSecret()).update(`form ${key}`).digest("hex");
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
