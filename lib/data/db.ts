import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#prisma/client/client.ts";
import { readEnv } from "#lib/ops/env.ts";
import { limits, openPool } from "./pool.ts";
import { replicaHere } from "./replicas/scope.ts";
import { splitReads } from "./replicas/split.ts";

/**
 * Ends a statement written by hand that a connection plans once. It must be the same but for its values, and want the same plan for
 * all of them.
 */
export const plannedOnce = Prisma.sql`/* planned once */`;

// The same goes for what the client writes again and again. Anything else written by hand is planned for its values.
const writtenByClient = /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) "public"\./;
const longest = 3000;
const nameOfStatement = ({ sql }: { sql: string }) =>
  sql.endsWith(plannedOnce.sql) || (sql.length <= longest && writtenByClient.test(sql))
    ? createHash("sha256").update(sql).digest("base64url")
    : "";

const { DATABASE_URL, DATABASE_REPLICA_URLS, CASEBOOK_CONNECTIONS, CASEBOOK_SILENCE_MS, CASEBOOK_WAIT_MS } = readEnv();

function connect(
  url: string | undefined,
  { max = CASEBOOK_CONNECTIONS, silenceMs = CASEBOOK_SILENCE_MS, queryMs = 0 } = {},
) {
  const pool = openPool({ url, max, silenceMs, waitMs: CASEBOOK_WAIT_MS, queryMs });
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameOfStatement, disposeExternalPool: true }),
    errorFormat: "minimal",
    // As long as a connection may be waited for, and a little: a busy moment is no fault.
    transactionOptions: { maxWait: CASEBOOK_WAIT_MS + 1000 },
  });
}

// Development reloads this module; one pool outlives the reloads.
const kept = globalThis as { casebookDatabase?: PrismaClient; casebookReplicas?: Map<string, PrismaClient> };
const replicas = (kept.casebookReplicas ??= new Map());

// A replica that has become unreachable must leave time to ask the primary instead.
const connectToReplica = (url: string) => connect(url, { queryMs: limits.statement_timeout });

function replicaToRead(): PrismaClient | null {
  const url = replicaHere();
  if (url === null) return null;
  const known = replicas.get(url) ?? connectToReplica(url);
  replicas.set(url, known);
  return known;
}

/** The database that is written to, also where a replica is read: for statements by hand that write and return rows. */
export const primary = (kept.casebookDatabase ??= connect(DATABASE_URL));

/** The database. It is read from a replica where one may be, and written to the primary. */
export const db = DATABASE_REPLICA_URLS.length ? splitReads(primary, replicaToRead) : primary;

/** Does something on a connection of its own that may be silent for long, as one is while a whole table is read. */
export async function unhurriedly<Value>(work: (client: PrismaClient) => Promise<Value>): Promise<Value> {
  const client = connect(DATABASE_URL, { max: 1, silenceMs: 0 });
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** The database, or a transaction on it. */
export type Queries = Prisma.TransactionClient;
