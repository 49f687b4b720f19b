import pg from "pg";

/** A table of the site's, and its columns in order. */
export interface Table {
  name: string;
  columns: string[];
}

/** How many rows a table has, and a digest of them in whatever order they lie. */
export interface Weight {
  rows: number;
  digest: string;
}

export interface Sequence {
  name: string;
  last: string;
  called: boolean;
}

const own = "relnamespace = 'public'::regnamespace";
const ofNoExtension = (catalogue: string, oid: string) =>
  `not exists (select 1 from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

/** What a session is set to before values are read as text, so that the same values read the same everywhere. */
export const sameWords = `
  set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0; set local jit = off;
  set local idle_in_transaction_session_timeout = 0; set local search_path = public`;

/** The site's tables. Those of the search and of the queue are made from these, and so left out. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as "name", array_agg(a.attname::text order by a.attnum) as "columns"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.${own} and c.relkind = 'r' and ${ofNoExtension("pg_class", "c.oid")}
     group by c.relname order by c.relname`);
  return rows;
}

/** Names as a statement takes them. */
export const quoted = (names: readonly string[]) => names.map((name) => pg.escapeIdentifier(name)).join(", ");

/** Weighs a table's rows: a sum of their digests, which takes no memory however many there are. */
export async function weigh(client: pg.Client, { name, columns }: Table): Promise<Weight> {
  const half = (from: string) => `sum(('x' || ${from})::bit(64)::bigint::numeric)`;
  const { rows } = await client.query<{ rows: string; digest: string }>(`
    select count(*) as "rows", md5(concat_ws(',', ${half("left(md5, 16)")}, ${half("right(md5, 16)")})) as "digest"
      from (select md5(row(${quoted(columns)})::text) as md5 from ${quoted([name])}) each`);
  return { rows: Number(rows[0]?.rows), digest: rows[0]?.digest ?? "" };
}

export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as "name" from pg_class c where c.${own} and c.relkind = 'S' and ${ofNoExtension("pg_class", "c.oid")} order by 1`,
  );
  const sequences = [];
  for (const { name } of rows) {
    const found = await client.query<Omit<Sequence, "name">>(
      `select last_value::text as "last", is_called as "called" from ${quoted([name])}`,
    );
    sequences.push({ name, last: "1", called: false, ...found.rows[0] });
  }
  return sequences;
}

/** Removes all that the site ever made in a database, the queue apart, which is made anew where it is missing. */
export async function clear(client: pg.Client): Promise<void> {
  await client.query("drop schema if exists search cascade");
  const { rows } = await client.query<{ drop: string }>(`
    select format('drop table if exists %s cascade', c.oid::regclass) as "drop" from pg_class c
     where c.${own} and c.relkind in ('r', 'p') and ${ofNoExtension("pg_class", "c.oid")}
    union all select format('drop view if exists %s cascade', c.oid::regclass) from pg_class c
     where c.${own} and c.relkind = 'v' and ${ofNoExtension("pg_class", "c.oid")}
    union all select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
     where p.pronamespace = 'public'::regnamespace and ${ofNoExtension("pg_proc", "p.oid")}
    union all select format('drop type if exists %s cascade', t.oid::regtype) from pg_type t
     where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and ${ofNoExtension("pg_type", "t.oid")}`);
  for (const row of rows) await client.query(row.drop);
}
