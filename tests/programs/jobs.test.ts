import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { prepareQueue } from "#lib/jobs/prepare-queue.ts";
import { startJobs } from "#lib/jobs/start-jobs.ts";
import { emailOf, listen } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";

import { aVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const url = () => process.env["DATABASE_URL"] ?? "";
const soon = { timeout: 20_000, interval: 100 };
let stop = async () => {};
const never = () => {
  throw new Error("There is none");
};

beforeAll(async () => {
  await prepareQueue(url());
});
afterEach(async () => {
  await stop();
  stop = async () => {};
});

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url() });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const stateOf = async (id: string) => (await db.version.findUniqueOrThrow({ where: { id } })).state;
const overdue = (id: string) =>
  db.version.update({ where: { id }, data: { reviewBy: new Date("2020-01-01"), overdue: false } });

/** Something that was to be published an hour ago. */
async function aLateVersion() {
  const { id, editor } = await aVersion("accepted");
  const details = { publishAt: new Date(Date.now() - 3_600_000) };
  await moveVersion({ id, basedOn: 1, move: "schedule", actor: editor, details });
  return id;
}

describe("the queue", () => {
  test("has its jobs and their times by London’s clocks, however often it is prepared", async () => {
    await Promise.all([prepareQueue(url()), prepareQueue(url())]);
    const rows = await ask("select name, cron, timezone from pgboss.schedule order by name");
    expect(rows).toEqual([
      { name: "ask-enquiries", cron: "5 8-18 * * *", timezone: "Europe/London" },
      { name: "check-links", cron: "*/10 1-5 * * *", timezone: "Europe/London" },
      { name: "check-search", cron: "50 2 * * *", timezone: "Europe/London" },
      { name: "clear-alerts", cron: "50 * * * *", timezone: "Europe/London" },
      { name: "clear-attempts", cron: "*/10 * * * *", timezone: "Europe/London" },
      { name: "clear-imports", cron: "25 3 * * *", timezone: "Europe/London" },
      { name: "clear-limits", cron: "30 * * * *", timezone: "Europe/London" },
      { name: "clear-links", cron: "35 * * * *", timezone: "Europe/London" },
      { name: "clear-searches", cron: "40 3 * * *", timezone: "Europe/London" },
      { name: "clear-sessions", cron: "45 * * * *", timezone: "Europe/London" },
      { name: "clear-word-readings", cron: "35 3 * * *", timezone: "Europe/London" },
      { name: "complete-listing", cron: "*/5 * * * *", timezone: "Europe/London" },
      { name: "delete-old-drafts", cron: "30 * * * *", timezone: "Europe/London" },
      { name: "erase-again", cron: "15 3 * * *", timezone: "Europe/London" },
      { name: "forget-reporters", cron: "25 3 * * *", timezone: "Europe/London" },
      { name: "hide-contacts", cron: "20 * * * *", timezone: "Europe/London" },
      { name: "make-downloads", cron: "30 2 * * *", timezone: "Europe/London" },
      { name: "mark-overdue", cron: "0 * * * *", timezone: "Europe/London" },
      { name: "note-usual-days", cron: "20 3 * * *", timezone: "Europe/London" },
      { name: "owe-digests", cron: "0 * * * *", timezone: "Europe/London" },
      { name: "publish-due", cron: "* * * * *", timezone: "Europe/London" },
      { name: "pursue-enquiries", cron: "10 8-18 * * *", timezone: "Europe/London" },
      { name: "read-returns", cron: "*/5 * * * *", timezone: "Europe/London" },
      { name: "remind-authors", cron: "10 8-18 * * *", timezone: "Europe/London" },
      { name: "remind-of-old-drafts", cron: "15 * * * *", timezone: "Europe/London" },
    ]);
  });

  test("is not made by a process that only works on it", async () => {
    await ask("alter schema pgboss rename to elsewhere");
    try {
      await expect(startJobs()).rejects.toThrow("not installed");
      expect(await ask("select 1 from pg_namespace where nspname = 'pgboss'")).toEqual([]);
    } finally {
      await ask("alter schema elsewhere rename to pgboss");
    }
  });
});

describe("a process that does the jobs", () => {
  test("publishes and marks at once what fell due while there was none", async () => {
    const late = await aLateVersion();
    const { id: old } = await aVersion("published");
    await overdue(old);

    stop = await startJobs();

    await vi.waitFor(async () => expect(await stateOf(late)).toBe("published"), soon);
    await vi.waitFor(
      async () => expect(await db.version.findUnique({ where: { id: old } })).toMatchObject({ overdue: true }),
      soon,
    );
  });

  test("sends a letter within seconds of its being owed", async () => {
    const { received } = await listen();
    stop = await startJobs();
    const { id: toId } = await aPerson();
    const email = await emailOf(toId);
    await oweLetter(db, { kind: "mine", toId, now: new Date() });

    await vi.waitFor(() => expect(received.map(({ to }) => to)).toContainEqual([email]), soon);
    await stop();
  });

  test("takes up what the clock sends, and finishes what it has begun before it stops", async () => {
    stop = await startJobs();
    const late = await aLateVersion();
    // A job that waits already, from the start, leaves no room for another.
    const sent = await vi.waitFor(async () => {
      const [job] = await ask<{ id: string }>(
        "insert into pgboss.job (name, policy) select name, policy from pgboss.queue where name = 'publish-due' on conflict do nothing returning id",
      );
      expect(job).toBeDefined();
      return job;
    }, soon);
    await vi.waitFor(async () => {
      const [job] = await ask<{ state: string }>(`select state from pgboss.job where id = '${sent?.id}'`);
      expect(job?.state).not.toBe("created");
    }, soon);
    await stop();

    expect(await ask(`select state from pgboss.job where state = 'active'`)).toEqual([]);
    expect(await stateOf(late)).toBe("published");
  });

  test("leaves nothing in the queue of what a failed job’s error says (V16.2.5)", async () => {
    vi.stubEnv("LOG_LEVEL", "silent");
    await ask(`create function refuse() returns trigger language plpgsql as $$ begin
      raise exception 'No kim@council.example' using detail = 'Kim Petrov'; end $$`);
    await ask(`create trigger refuse before delete on "Attempt" for each row execute function refuse()`);
    await keepAttempt("/", { typed: {}, errors: {} }, new Date(0));
    try {
      stop = await startJobs();
      const kept = await vi.waitFor(async () => {
        const [job] = await ask<{ output: object | null }>(
          `select output from pgboss.job where name = 'clear-attempts' and state in ('retry', 'failed') and output is not null`,
        );
        return JSON.stringify(job?.output ?? never());
      }, soon);
      expect(kept).toContain("It failed");
      expect(kept).not.toMatch(/kim|Attempt/i);
    } finally {
      await ask(`drop trigger refuse on "Attempt"`);
      await ask("drop function refuse()");
    }
  });
});
