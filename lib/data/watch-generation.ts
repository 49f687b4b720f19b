import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { readEnv } from "#lib/ops/env.ts";
import type { Log } from "#lib/ops/log.ts";
import { getGeneration } from "./generation.ts";

/** What a process that keeps pages knows about which of them are current. */
export interface GenerationWatch {
  /** The current generation where it is known for certain without asking, otherwise null. */
  known(): bigint | null;
  /** Asks for the current one. Null where nobody answers within a second. */
  ask(): Promise<bigint | null>;
  /** What was heard last, and how many milliseconds ago it was certain. */
  last(): { generation: bigint; ageMs: number };
  close(): Promise<void>;
}

const leaseMs = 3000;
const renewalMs = 1000;
const askMs = 1000;
const channel = "generation";

/**
 * Follows the generation on a connection of its own: hears of each change, and says with a lease how far it has heard. Whoever
 * changes something public waits for every lease, so while one is in force there is no newer generation that anybody has been
 * told of. With the connection lost, nothing is known until it is back.
 */
export function watchGeneration(log: Log): GenerationWatch {
  const id = randomUUID();
  let latest = 0n;
  let inForceUntil = 0;
  let certainAt = -Infinity;
  let client: pg.Client | null = null;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;

  function hear(number: bigint) {
    if (number > latest) latest = number;
  }

  /** A lease first and the number after it: a change that was made in between is either read here, or waits for this lease. */
  async function renew(on: pg.Client): Promise<void> {
    const begun = performance.now();
    const said = latest;
    await on.query(
      `insert into "Lease" ("id", "generation", "until") values ($1, $2, now() + $3 * interval '1 ms')
       on conflict ("id") do update set "generation" = excluded."generation", "until" = excluded."until"`,
      [id, said, leaseMs],
    );
    const { rows } = await on.query<{ number: string }>(`select "number" from "Generation" where "id" = 1`);
    hear(BigInt(rows[0]?.number ?? 0));
    certainAt = begun;
    inForceUntil = begun + leaseMs;
    if (latest > said) await renew(on);
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
      opened.on("notification", ({ payload }) => {
        hear(BigInt(payload ?? 0));
        renewSoon(opened);
      });
      client = opened;
      timer = setInterval(() => renewSoon(opened), renewalMs);
      renewSoon(opened);
    } catch (error) {
      log.debug({ err: error }, "the generation could not be followed");
      lose(opened);
    }
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
    const generation = await Promise.race([getGeneration().catch(() => null), wait(askMs, null, { ref: false })]);
    if (generation === null) return null;
    hear(generation);
    certainAt = begun;
    return latest;
  });

  let retry: NodeJS.Timeout | undefined;
  void connect();

  return {
    known: () => (performance.now() < inForceUntil ? latest : null),
    ask,
    last: () => ({ generation: latest, ageMs: performance.now() - certainAt }),
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
