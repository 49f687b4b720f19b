import { setTimeout as wait } from "node:timers/promises";
import { readEnv, whereLettersGo } from "#lib/ops/env.ts";
import { during } from "#lib/ops/here.ts";
import { createLog, type Log } from "#lib/ops/log.ts";
import { beginTrace } from "#lib/ops/tracing.ts";
import { jobs } from "./jobs.ts";
import { keepPosting } from "./keep-posting.ts";
import { openQueue, startQueue } from "./queue.ts";

const patienceMs = 17_000;

/**
 * Does what depends on the clock, and sends letters, until it is told to stop. Safe in several processes at once.
 *
 * @returns a function that lets what is under way finish, for seventeen seconds at most
 * @throws Error when the queue's schema has not been prepared for this code
 */
export async function startJobs(): Promise<() => Promise<void>> {
  const env = readEnv();
  const log = createLog();
  const queue = openQueue(env.DATABASE_URL ?? "", log);
  await startQueue(queue);
  for (const { name, run } of jobs) {
    await queue.work(name, { pollingIntervalSeconds: 5 }, ([job]) => attempt(name, job?.id ?? name, run, log));
    // What fell due while nobody was here need not wait for the next full minute or hour.
    await queue.send(name);
  }
  const posts = whereLettersGo(env) !== "nowhere";
  if (!posts) log.warn("SMTP_URL is not set: letters are kept and leave when it is");
  const stopPosting = posts ? keepPosting(log) : async () => undefined;

  return async () => {
    const stopQueue = queue.stop({ graceful: true, timeout: patienceMs - 2000 });
    await Promise.race([Promise.all([stopPosting(), stopQueue]), wait(patienceMs, undefined, { ref: false })]);
  };
}

async function attempt(name: string, id: string, run: () => Promise<unknown>, log: Log) {
  const trace = beginTrace(`job ${name}`);
  return during({ id, trace }, async () => {
    try {
      await run();
      trace?.end();
    } catch (error) {
      trace?.end({}, true);
      log.error({ err: error, job: name }, "a job failed");
      // The queue keeps whatever it is thrown, whole.
      throw new Error("It failed: the log says how, under the id of this job");
    }
  });
}
