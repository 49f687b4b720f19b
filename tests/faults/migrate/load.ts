import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { createVisitor, newTally } from "../web.ts";

/** Asks without end until told to stop. What it does not expect it counts. */
export interface Load {
  stop(): Promise<{ asked: number; failed: string[]; slowestMs: number }>;
}

function keepAsking(asks: ((turn: number) => Promise<string | null>)[]): Load {
  let stopping = false;
  const told = { asked: 0, failed: [] as string[], slowestMs: 0 };
  const loops = asks.map(async (ask) => {
    for (let turn = 0; !stopping; turn++) {
      const begun = performance.now();
      const failure = await ask(turn).catch(String);
      told.asked += 1;
      told.slowestMs = Math.max(told.slowestMs, performance.now() - begun);
      if (failure) told.failed.push(failure);
    }
  });
  return {
    async stop() {
      stopping = true;
      await Promise.all(loops);
      return told;
    },
  };
}

const words = ["bus", "library", "housing", "flood", "energy", "youth", "skills", "care"];

/** Readers of pages that nobody asked for yet, and authors who begin drafts. */
export function loadSite(address: string): Load {
  const reader = (place: number) => async (turn: number) => {
    const answer = await fetch(
      `${address}/case-studies?q=${words[place % words.length]}+${turn}&page=${(turn % 3) + 1}`,
    );
    const text = await answer.text();
    await wait(20);
    return answer.status === 200 && text.includes("</html>") ? null : `a search was answered with ${answer.status}`;
  };
  const author = (place: number) => async (turn: number) => {
    const tally = newTally();
    const visitor = createVisitor(address, place * 500 + turn, tally);
    const form = await visitor.form("/submit/start", "/start/save");
    // Forms that are filled in too quickly are held.
    await wait(2100);
    const [place1 = ""] = await visitor.send(
      form.action,
      { ...form.hidden, title: `Draft ${turn}`, council: "Thanet District Council" },
      1,
    );
    if (tally.failed || tally.cut)
      return `a form was answered with 500 or more ${tally.failed} times, and cut off ${tally.cut} times`;
    return place1.endsWith("/email") ? null : `a form led to ${place1}`;
  };
  return keepAsking([...[1, 2, 3, 4, 5, 6].map(reader), ...[1, 2, 3].map(author)]);
}

/** Readers of every table there is, with the limits that the site sets itself. */
export async function loadTables(url: string): Promise<Load & { close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 4, statement_timeout: 4000 });
  pool.on("error", () => undefined);
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const tables = rows.map(({ name }) => pg.escapeIdentifier(name));
  const gone = (error: { code?: string; message: string }) => (error.code === "42P01" ? null : error.message);
  const read = (turn: number) =>
    pool.query(`select count(*) from ${tables[turn % tables.length]}`).then(() => null, gone);
  return { ...keepAsking([read, read, read, read]), close: () => pool.end() };
}

/** A transaction that has read every table and goes on for a while, as a backup or a report does. */
export async function openTransaction(url: string, tables: readonly string[], ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    for (const table of tables) await client.query(`select count(*) from ${pg.escapeIdentifier(table)}`);
    await wait(ms);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
