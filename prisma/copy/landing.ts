import { once } from "node:events";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import { giveBack, listGrantees, type GivenBack, type Grantee } from "../grants.ts";
import { applyWaiting, layOut, type Recorded } from "../migrate.ts";
import { clear, listTables, quoted, sameWords, weigh, type Sequence, type Table, type Weight } from "./tables.ts";

/** The database that a copy is to be put into holds something. */
export class DatabaseIsFull extends Error {}

/** A site is showing what is there. */
export class SiteRuns extends Error {}

/** What was put back is not what was copied. */
export class CopyDiffers extends Error {}

export interface Landing {
  /** Tables of the site in the schema of the copy. Others have no place here. */
  known: ReadonlySet<string>;
  /** Takes rows of a table in the text form of COPY. Those of one table come one after the other. */
  take(table: Table, rows: Buffer): Promise<void>;
  /** Compares everything with what was copied, brings the schema up to date, ends all sessions and makes the rest visible at once. */
  finish(copied: { weights: Record<string, Weight>; sequences: Sequence[] }): Promise<Landed>;
  /** Leaves the database as it was. */
  close(): Promise<void>;
}

/** What whoever put a copy back has to know. */
export interface Landed {
  /** Who has the rights again that went with the tables, and who has not. */
  rights: GivenBack;
  /** How many letters had not left yet when it was copied, and so leave now. */
  letters: number;
}

/** Higher than anybody came who saw the directory after it was copied, so that nothing they kept counts as current. */
const leap = 1_000_000;

/**
 * Begins to put a copy into a database: one transaction, so that the database is as before or whole again, whoever is killed.
 *
 * @param replace whether what is there may go
 * @throws DatabaseIsFull, SiteRuns, or DatabaseIsNewer where the copy is of a newer schema than this code knows
 */
export async function openLanding(url: string, migrations: Recorded[], replace: boolean): Promise<Landing> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: "casebook restore",
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query(`${sameWords}; set local lock_timeout = '10s'; set local synchronous_commit = on`);
    const reached = await refuseFull(client, replace);
    const grantees = await listGrantees(client);
    await clear(client);
    const waiting = await layOut(client, migrations);
    const constraints = await loosen(client);
    const known = new Set((await listTables(client)).map(({ name }) => name));
    return landingOn(client, { waiting, constraints, reached, known, grantees });
  } catch (error) {
    await client.end();
    throw error;
  }
}

type Begun = {
  waiting: Awaited<ReturnType<typeof layOut>>;
  constraints: string[];
  reached: string;
  known: Set<string>;
  grantees: Grantee[];
};

function landingOn(client: pg.Client, { waiting, constraints, reached, known, grantees }: Begun): Landing {
  let filling: Filling | null = null;

  async function end(): Promise<void> {
    const ending = filling;
    filling = null;
    ending?.stream.end();
    await ending?.over;
  }

  return {
    known,
    async take({ name, columns }, rows) {
      if (filling?.name !== name) {
        await end();
        filling = fill(name, client.query(copyFrom(`copy ${quoted([name])} (${quoted(columns)}) from stdin`)));
      }
      const { stream } = filling;
      if (stream.errored) throw stream.errored;
      if (!stream.write(rows)) await drained(filling);
    },
    async finish({ weights, sequences }) {
      await end();
      await compare(client, weights);
      for (const { name, last, called } of sequences)
        await client.query("select setval($1::regclass, $2, $3)", [quoted([name]), last, called]);
      for (const statement of constraints) await client.query(statement);
      await applyWaiting(client, waiting);
      await client.query("analyze");
      await makeAnew(client, reached);
      await endSessions(client);
      const landed = { rights: await giveBack(client, grantees), letters: await countOwed(client) };
      await client.query("commit");
      return landed;
    },
    close: () => client.end(),
  };
}

/** A table into which rows go, and when that is over: once for all of its rows, as whoever waits leaves listeners behind. */
type Filling = ReturnType<typeof fill>;

function fill(name: string, stream: CopyStreamQuery) {
  const over = finished(stream);
  // It is told of by whoever waits for it.
  over.catch(() => undefined);
  return { name, stream, over };
}

async function drained({ stream, over }: Filling): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([once(stream, "drain", { signal: waiting.signal }), over]).finally(() => waiting.abort());
}

/** @returns the generation that the database has come to */
async function refuseFull(client: pg.Client, replace: boolean): Promise<string> {
  const tables = (await listTables(client)).map(({ name }) => name);
  if (tables.length && !replace) throw new DatabaseIsFull();
  if (tables.includes("Lease") && (await client.query(`select 1 from "Lease" where "until" > now()`)).rowCount)
    throw new SiteRuns();
  if (!tables.includes("Generation")) return "0";
  const { rows } = await client.query<{ number: string }>(`select max("number")::text as "number" from "Generation"`);
  return rows[0]?.number ?? "0";
}

/** Empties all tables and takes off what would look at each row as it comes. @returns the statements that put it on again */
async function loosen(client: pg.Client): Promise<string[]> {
  const tables = (await listTables(client)).map(({ name }) => quoted([name]));
  const { rows } = await client.query<{ off: string; on: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as "off",
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "on"
      from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' order by conrelid::regclass::text, conname`);
  for (const { off } of rows) await client.query(off);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${tables.join(", ")}`);
  return [...rows.map(({ on }) => on), ...tables.map((table) => `alter table ${table} enable trigger user`)];
}

async function compare(client: pg.Client, weights: Record<string, Weight>): Promise<void> {
  for (const table of await listTables(client)) {
    const [found, copied] = [await weigh(client, table), weights[table.name]];
    if (!copied || copied.rows !== found.rows || copied.digest !== found.digest)
      throw new CopyDiffers(
        `${table.name} has ${found.rows} rows, and had ${copied?.rows ?? "none"} when it was copied`,
      );
  }
}

/** Makes anew what follows from the rest, and a past of its own, with which no process can catch up. */
async function makeAnew(client: pg.Client, reached: string): Promise<void> {
  await client.query(`update "Synonym" set "words" = "words"`);
  await client.query("select search.rebuild()");
  await client.query("analyze search.document, search.posting, search.word");
  await client.query(`update "Generation" set "number" = greatest("number", $1::bigint) + ${leap}`, [reached]);
  await client.query("set constraints all immediate");
  await client.query("select search.forget_past()");
  const { rows } = await client.query<{ what: string }>(`select "what" from search.drift where "rows" <> 0`);
  if (rows.length)
    throw new CopyDiffers(`the search is not as what is published: ${rows.map(({ what }) => what).join(", ")}`);
}

/** What lets somebody in may have been ended or used since. They sign in anew. */
async function endSessions(client: pg.Client): Promise<void> {
  await client.query(`
    delete from "Session";
    delete from "Verification";
    delete from "Link" where "purpose" = 'signIn';
    delete from "Letter" where "kind" = 'signIn' and "sentAt" is null`);
}

/** Letters that were given up are due at the end of time. */
async function countOwed(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ letters: number }>(
    `select count(*)::int as "letters" from "Letter" where "sentAt" is null and "dueAt" < '9999-12-31'`,
  );
  return rows[0]?.letters ?? 0;
}
