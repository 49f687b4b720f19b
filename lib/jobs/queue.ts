import { PgBoss, type ConstructorOptions } from "pg-boss";
import type { Log } from "#lib/ops/log.ts";

const places = { schema: "pgboss", application_name: "casebook-jobs", max: 3, connectionTimeoutMillis: 5000 };

/** The queue in Postgres, not yet started. What goes wrong inside it is logged. */
export function openQueue(connectionString: string, log: Log, options: ConstructorOptions = {}): PgBoss {
  const queue = new PgBoss({ connectionString, ...places, migrate: false, createSchema: false, ...options });
  // The error of a lost connection carries the whole client; its message is enough.
  queue.on("error", ({ message }) => log.error({ reason: message }, "the job queue failed"));
  queue.on("warning", (warning) => log.warn({ warning }, "the job queue warns"));
  return queue;
}

/** Starts a queue. One that cannot start leaves no connection open. */
export async function startQueue(queue: PgBoss): Promise<void> {
  await queue.start().catch(async (error: unknown) => {
    await queue.stop({ graceful: false });
    throw error;
  });
}
