import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "#prisma/client/client.ts";
import { readEnv } from "#lib/ops/env.ts";
import { replicaHere } from "./replicas/scope.ts";
import { splitReads } from "./replicas/split.ts";

// Without these limits nothing bounds a database that hangs: not the wait for a connection, nor a statement, nor a lock.
const limits = {
  connectionTimeoutMillis: 3000,
  statement_timeout: 4000,
  idle_in_transaction_session_timeout: 10_000,
};

// A connection plans once what the client writes again and again. What is written here by hand is planned for its values.
const writtenByClient = /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) "public"\./;
const longest = 3000;
const nameOfStatement = ({ sql }: { sql: string }) =>
  sql.length <= longest && writtenByClient.test(sql) ? createHash("sha1").update(sql).digest("hex") : "";

const connect = (connectionString: string | undefined, more: { query_timeout?: number } = {}) =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString, max: readEnv().CASEBOOK_CONNECTIONS, ...limits, ...more },
      { statementNameGenerator: nameOfStatement },
    ),
    // As long as a connection may be waited for, and a little: a busy moment is no fault.
    transactionOptions: { maxWait: limits.connectionTimeoutMillis + 1000 },
  });

// Development reloads this module; one pool outlives the reloads.
const kept = globalThis as { casebookDatabase?: PrismaClient; casebookReplicas?: Map<string, PrismaClient> };
const replicas = (kept.casebookReplicas ??= new Map());

// A replica that has become unreachable must leave time to ask the primary instead.
const connectToReplica = (url: string) => connect(url, { query_timeout: limits.statement_timeout });

function replicaToRead(): PrismaClient | null {
  const url = replicaHere();
  if (url === null) return null;
  const known = replicas.get(url) ?? connectToReplica(url);
  replicas.set(url, known);
  return known;
}

/** The database that is written to, also where a replica is read: for statements by hand that write and return rows. */
export const primary = (kept.casebookDatabase ??= connect(readEnv().DATABASE_URL));

/** The database. It is read from a replica where one may be, and written to the primary. */
export const db = readEnv().DATABASE_REPLICA_URLS.length ? splitReads(primary, replicaToRead) : primary;

/** The database, or a transaction on it. */
export type Queries = Prisma.TransactionClient;
