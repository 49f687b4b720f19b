import type { Socket } from "node:net";
import pg from "pg";
import { isTracing } from "#lib/ops/tracing.ts";
import { traceStatements } from "./traced.ts";

// Without these limits nothing bounds a database that hangs: not the wait for a connection, nor a statement, nor a lock.
export const limits = {
  statement_timeout: 3800,
  lock_timeout: 3200,
  idle_in_transaction_session_timeout: 10_000,
};

/** For how long a connection is kept that nobody uses: a new one costs more than a page does. */
const idleMs = 60_000;

interface Options {
  url: string | undefined;
  max: number;
  /** For how long a connection in use may be silent before it is given up, in milliseconds; 0 for as long as it likes. */
  silenceMs: number;
  /** How long a connection is waited for, in milliseconds. */
  waitMs: number;
  /** After how long an answer is not waited for any more, in milliseconds; 0 for as long as it takes. */
  queryMs?: number;
}

/** Connections to the database. */
export function openPool({ url, max, silenceMs, waitMs, queryMs = 0 }: Options): pg.Pool {
  const given = { connectionString: url, max, connectionTimeoutMillis: waitMs, idleTimeoutMillis: idleMs, ...limits };
  const pool = new pg.Pool({ ...given, ...(queryMs && { query_timeout: queryMs }) });
  pools.add(pool);
  if (isTracing()) traceStatements(pool);
  if (silenceMs) giveUpTheSilent(pool, silenceMs);
  return pool;
}

// The pages have this module a second time, in what they were built into.
const shared = globalThis as { casebookPools?: Set<pg.Pool> };
const pools = (shared.casebookPools ??= new Set());

/** How many connections this process has in use and idle, and how many wait for one. */
export interface Connections {
  inUse: number;
  idle: number;
  waiting: number;
}

/** Counts over all that is open in this process. */
export function countConnections(): Connections {
  const counts = { inUse: 0, idle: 0, waiting: 0 };
  for (const pool of pools) {
    if (pool.ended) pools.delete(pool);
    counts.inUse += pool.totalCount - pool.idleCount;
    counts.idle += pool.idleCount;
    counts.waiting += pool.waitingCount;
  }
  return counts;
}

/**
 * The server keeps to its limits only while it can be heard. A connection that was lost without a word, as when another server
 * took over, would be waited on for a quarter of an hour; and it must not be used again, as a transaction may be open on it.
 */
function giveUpTheSilent(pool: pg.Pool, silenceMs: number): void {
  pool.on("connect", (client) => {
    const socket = socketOf(client);
    socket.on("timeout", () => socket.destroy(new Error("The database did not answer")));
  });
  pool.on("acquire", (client) => socketOf(client).setTimeout(silenceMs));
  pool.on("release", (_error, client) => socketOf(client).setTimeout(0));
}

const socketOf = (client: pg.PoolClient) => (client as unknown as { connection: { stream: Socket } }).connection.stream;
