import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { anAlert } from "#tests/support/alerts.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;
const start = new Date("2030-01-02T12:00:00Z");
const alerts = 40;

const countLetters = () => db.letter.count({ where: { kind: "digest" } });

/** Looks for news in a process of its own. @param killAfterLetters how many letters it may owe before it is killed; null for all */
async function look(killAfterLetters: number | null): Promise<void> {
  const before = await countLetters();
  const now = new Date(start.getTime() + day).toISOString();
  const child = spawn(process.execPath, ["tests/support/look-for-news.ts", now], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (killAfterLetters !== null && child.exitCode === null) {
    if ((await countLetters()) - before >= killAfterLetters) child.kill("SIGKILL");
    if (child.killed) break;
    await wait(2);
  }
  await ended;
}

test("killed again and again while it owes letters, it owes each of them once in the end", async () => {
  for (let number = 0; number < alerts; number++) await anAlert({ query: { topic: ["buses"] }, now: start });
  await aVersion("published", {}, new Date(start.getTime() + day / 24));
  await db.$executeRaw`create function dawdle() returns trigger language plpgsql as
    $$ begin if new."kind" = 'digest' then perform pg_sleep(0.02); end if; return new; end $$`;
  await db.$executeRaw`create trigger dawdle after insert on "Letter" for each row execute function dawdle()`;

  const counts: number[] = [];
  for (const letters of [3, 5, 1, 7]) {
    await look(letters);
    counts.push(await countLetters());
  }
  expect(counts.every((count, round) => count > (counts[round - 1] ?? 0) && count < alerts)).toBe(true);
  await look(null);
  await look(null);

  const owed = await db.letter.groupBy({ by: ["alertId"], where: { kind: "digest" }, _count: true });
  expect(owed.map(({ _count }) => _count)).toEqual(Array.from({ length: alerts }, () => 1));
  expect(await db.alert.count({ where: { lookedAt: start } })).toBe(0);
}, 60_000);
