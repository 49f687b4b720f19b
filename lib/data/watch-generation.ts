import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { readEnv } from "#lib/ops/env.ts";
import type { Log } from "#lib/ops/log.ts";
import { askingForState, getState, type State } from "./generation.ts";

/**
 * What a process that keeps pages knows about which of them are current. Generations are those of the database with, above them, how
 * often it was found to be another database, or one that had been put back: so no two states have the same.
 */
export interface GenerationWatch {
  /** The current generation where it is known for certain without asking, otherwise null. */
  known(): bigint | null;
  /** Asks for the current one. Null where nobody answers within a second. */
  ask(): Promise<bigint | null>;
  /** What was heard last, and how many milliseconds ago it was certain. */
  last(): { generation: bigint; ageMs: number };
  close(): Promise<void>;
}

/** Others wait three seconds for this process; it counts on two, so that no clock has to be exact. */
const leaseMs = { told: 3000, believed: 2000 };
const renewalMs = 700;
const askMs = 1000;
const channel = "generation";

/**
 * Follows the generation on a connection of its own: hears of each change, and says with a lease how far it has heard. Whoever
 * changes something public waits for every lease, so while one is in force there is no newer generation that anybody has been
 * told of. With the connection lost, nothing is known until it is back.
 */
export function watchGeneration(log: Log): GenerationWatch {
  const id = randomUUID();
  let latest: State = { number: 0n, stamp: null };
  let history = 0n;
  let startedAt = "";
  let inForceUntil = 0;
  let heardAt = -Infinity;
  let certainAt = -Infinity;
  let client: pg.Client | null = null;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;

  /**
   * Takes in what the database says to whoever began to ask then. A number below one that was heard is of another history, unless it was
   * heard meanwhile: two who ask at a time may be answered in the other order. So is the same number with another stamp, which a server
   * gave that took over without the last commits.
   */
  function hear(state: State, begun: number) {
    const isBelow = state.number < latest.number;
    if (isBelow && heardAt > begun) return;
    if (isBelow || (state.number === latest.number && state.stamp !== latest.stamp)) history += 1n;
    latest = state;
    heardAt = performance.now();
  }
  const whole = () => (history << 64n) + latest.number;

  /** A lease first and the number after it: a change that was made in between is either read here, or waits for this lease. */
  async function renew(on: pg.Client): Promise<void> {
    const begun = performance.now();
    const said = latest.number;
    await on.query(
      `insert into "Lease" ("id", "generation", "until") values ($1, $2, now() + $3 * interval '1 ms')
       on conflict ("id") do update set "generation" = excluded."generation", "until" = greatest("Lease"."until", excluded."until")`,
      [id, said, leaseMs.told],
    );
    const { rows } = await on.query<{ number: string; stamp: string | null }>(askingForState.text);
    hear({ number: BigInt(rows[0]?.number ?? 0), stamp: rows[0]?.stamp ?? null }, begun);
    certainAt = begun;
    inForceUntil = begun + leaseMs.believed;
    if (latest.number !== said) await renew(on);
  }

  async function connect(): Promise<void> {
    const opened = new pg.Client({
      connectionString: readEnv().DATABASE_URL,
      connectionTimeoutMillis: 3000,
      query_timeout: 2000,
      application_name: "casebook pages",
    });
    opened.on("error", () => lose(opened));
    opened.on("end", () => lose(opened));
    try {
      await opened.connect();
      await opened.query(`delete from "Lease" where "until" < now() - interval '1 hour'`);
      await opened.query(`listen ${channel}`);
      if (closing) return lose(opened);
      // Anybody may notify, so what it says is read from the table.
      opened.on("notification", () => renewSoon(opened));
      await noticeRestart(opened);
      client = opened;
      timer = setInterval(() => renewSoon(opened), renewalMs);
      renewSoon(opened);
    } catch (error) {
      log.debug({ err: error }, "the generation could not be followed");
      lose(opened);
    }
  }

  /** After a failover the last commits may be missing, and others come to have their numbers. */
  async function noticeRestart(on: pg.Client): Promise<void> {
    const { rows } = await on.query<{ at: string }>("select pg_postmaster_start_time()::text as at");
    const at = rows[0]?.at ?? "";
    if (startedAt && startedAt !== at) history += 1n;
    startedAt = at;
  }

  let renewing: Promise<void> | null = null;
  let again = false;

  /** One renewal at a time; what is heard during one asks for one more. */
  function renewSoon(on: pg.Client): void {
    if (renewing) {
      again = true;
      return;
    }
    renewing = renew(on)
      .catch(() => lose(on))
      .finally(() => {
        renewing = null;
        if (!again) return;
        again = false;
        if (client === on) renewSoon(on);
      });
  }

  const lost = new WeakSet<pg.Client>();

  function lose(connection: pg.Client): void {
    if (lost.has(connection)) return;
    lost.add(connection);
    client = null;
    inForceUntil = 0;
    clearInterval(timer);
    void connection.end().catch(() => undefined);
    if (closing) return;
    clearTimeout(retry);
    retry = setTimeout(() => void connect(), renewalMs).unref();
  }

  /** Answers nobody with what was asked before they came, and asks once for all who came meanwhile. */
  const ask = inTurns(async () => {
    const begun = performance.now();
    const state = await Promise.race([getState().catch(() => null), wait(askMs, null, { ref: false })]);
    if (state === null) return null;
    hear(state, begun);
    certainAt = begun;
    return whole();
  });

  let retry: NodeJS.Timeout | undefined;
  void connect();

  return {
    known: () => (performance.now() < inForceUntil ? whole() : null),
    ask,
    last: () => ({ generation: whole(), ageMs: performance.now() - certainAt }),
    async close() {
      closing = true;
      clearInterval(timer);
      clearTimeout(retry);
      await renewing;
      inForceUntil = 0;
      const last = client;
      await last?.query(`delete from "Lease" where "id" = $1`, [id]).catch(() => undefined);
      await last?.end().catch(() => undefined);
    },
  };
}

/** Runs at most one at a time; all who ask during one share the next. */
function inTurns<Value>(run: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null;
  let next: Promise<Value> | null = null;
  const begin = () => {
    next = null;
    running = run().finally(() => (running = null));
    return running;
  };
  return () => (running ? (next ??= running.then(begin, begin)) : begin());
}
