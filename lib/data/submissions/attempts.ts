import { createHash } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { hoursAttemptsKept } from "#lib/domain/people/limits.ts";

const hour = 60 * 60 * 1000;

export interface KeptAttempt {
  typed: Record<string, unknown>;
  errors: Record<string, string>;
}

/** Keeps what somebody sent that was refused, for an hour. @returns the id its page finds it by */
export async function keepAttempt(address: string, { typed, errors }: KeptAttempt, now = new Date()): Promise<string> {
  const expiresAt = new Date(now.getTime() + hoursAttemptsKept * hour);
  const { id } = await db.attempt.create({
    data: { address: digestOf(address), typed: typed as Prisma.InputJsonObject, errors, expiresAt },
  });
  return id;
}

/** What was refused at an address. Null when it has expired, or was sent to another address. */
export async function findAttempt(id: string, address: string, now = new Date()): Promise<KeptAttempt | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const attempt = await db.attempt.findFirst({ where: { id, address: digestOf(address), expiresAt: { gt: now } } });
  return attempt
    ? { typed: attempt.typed as KeptAttempt["typed"], errors: attempt.errors as KeptAttempt["errors"] }
    : null;
}

/**
 * An address as it is kept: each of its parts hashed, because a secret address opens what it leads to. Whatever was
 * refused below a secret address can still be found by the hash of its token.
 */
const digestOf = (address: string) => address.split("/").map(digestOfPart).join("/");

export const digestOfPart = (part: string) => part && createHash("sha256").update(part).digest("hex");

/** Forgets what was kept for its hour. Nothing finds it any more, but it may name somebody. */
export async function clearAttempts(now = new Date()): Promise<number> {
  const { count } = await db.attempt.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
