import pg from "pg";
import type { Log } from "#lib/ops/log.ts";

/** A replica of the database, and what is known of how far it has come. */
export interface Replica {
  url: string;
  /** Whether it is known to have come to a generation. Asks it where that is not known. Never rejects. */
  hasReached(generation: bigint): Promise<boolean>;
  forget(): void;
  close(): void;
}

/** How long an answer may take, how long one is believed, and how long a replica that failed is left out. */
const usual = { connectMs: 1000, answerMs: 500, believedMs: 1000, restMs: 5000 };

/**
 * Follows one replica on a connection of its own. What it said counts for as long as that connection lasts, as a server that
 * starts again may show an earlier state for a while. One that fails is asked again later, when no reader waits for it.
 */
export function followReplica(url: string, log: Log, times = usual): Replica {
  const { host } = new URL(url);
  let client: pg.Client | null = null;
  let reached = -1n;
  let heardAt = -Infinity;
  let answers = false;
  let closed = false;
  let asking: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;

  const askOnce = () => (asking ??= ask().finally(() => (asking = null)));

  async function ask(): Promise<void> {
    const begun = performance.now();
    let on: pg.Client | null = null;
    try {
      on = client ??= open();
      if (!answers) await on.connect();
      const { rows } = await on.query<{ number: string }>(`select "number" from "Generation" where "id" = 1`);
      if (client !== on) return;
      reached = BigInt(rows[0]?.number ?? -1);
      heardAt = begun;
      answers = true;
    } catch (error) {
      leaveOut(on, error);
    }
  }

  function open(): pg.Client {
    const opened = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: times.connectMs,
      query_timeout: times.answerMs,
      application_name: "casebook replica",
    });
    opened.on("error", (error) => leaveOut(opened, error));
    opened.on("end", () => leaveOut(opened));
    return opened;
  }

  function leaveOut(lost: pg.Client | null, error?: unknown): void {
    if (client !== lost) return;
    if (answers) log.warn({ err: error, replica: host }, "a replica does not answer, and is left out for a while");
    else log.debug({ err: error, replica: host }, "a replica does not answer yet");
    [client, answers, reached] = [null, false, -1n];
    void lost?.end().catch(() => undefined);
    if (!closed) retry = setTimeout(() => void askOnce(), times.restMs).unref();
  }

  void askOnce();

  return {
    url,
    async hasReached(generation) {
      if (!answers) return false;
      if (reached < generation || performance.now() - heardAt > times.believedMs) await askOnce();
      return answers && reached >= generation;
    },
    forget: () => void (reached = -1n),
    close() {
      closed = true;
      clearTimeout(retry);
      void client?.end().catch(() => undefined);
    },
  };
}
