import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { limits, type Hit, type Spending } from "#lib/domain/abuse/limits.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { readSecret } from "#lib/ops/secret.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db, primary } from "./db.ts";

/** Whom a limit counts for. Where one is not known, its limits do not count. */
interface Spender {
  address?: string | null;
  email?: string | null;
  /** An e-mail address with where it was typed in. */
  emailFromAddress?: string | null;
  /** The id of a version. */
  draft?: string;
  /** The id of somebody who signs in. */
  person?: string;
  /** A code with whose it is. */
  code?: string;
}

interface Query {
  text: string;
  values: unknown[];
}

/** The library's statements go through the pool that everything else uses, and under its time limits. */
const storeClient = {
  async query({ text, values }: Query) {
    const places = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => values[Number(number) - 1]);
    const statement = Prisma.sql(text.split(/\$\d+/), ...places);
    const rows = await primary.$queryRaw<{ points: number; expire: bigint | null }[]>(statement);
    return { rows: rows.map((row) => ({ ...row, expire: Number(row.expire) })), rowCount: rows.length };
  },
};

const counters = limits.map(({ name, on, per, points, seconds: duration }) => {
  const store = { storeClient, storeType: "client", tableName: "LimitUse", tableCreated: true };
  const counter = new RateLimiterPostgres({
    ...{ ...store, keyPrefix: name, points, duration },
    // A job does that: a timer in here would be one for each limit in each process.
    clearExpiredByTimeout: false,
  });
  return { name, on, per, counter };
});

/**
 * Counts something somebody is about to do against every limit on it, until one is hit.
 * Spends in one statement each, so that any number of requests at once get exactly what there is.
 *
 * @throws when the database does not answer
 */
export async function spend(on: Spending, spender: Spender, points = 1): Promise<Result<null, Hit>> {
  for (const { name, per, counter } of counters.filter((one) => one.on === on)) {
    const who = spender[per];
    if (who == null) continue;
    const left = await counter.consume(keyOf(per, who), points).catch(hitOrThrow);
    if (left.consumedPoints > counter.points)
      return refuse({ limit: name, seconds: Math.max(1, Math.ceil(left.msBeforeNext / 1000)) });
  }
  return ok(null);
}

/** The library rejects with what is left when there is nothing left, and with an error when it could not count. */
function hitOrThrow(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}

/** A key that names nobody: whoever reads the table cannot tell whose it is. */
const keyOf = (per: string, who: string) =>
  createHmac("sha256", readSecret()).update(`limit ${per} ${who.trim().toLowerCase()}`).digest("base64url");

/** Forgets what has run out. Nothing depends on it: what has run out does not count any more. */
export async function clearLimits(now = new Date()): Promise<number> {
  const { count } = await db.limitUse.deleteMany({ where: { expire: { lt: now.getTime() } } });
  return count;
}
