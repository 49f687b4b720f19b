import pg from "pg";

const own = "n.nspname in ('public', 'search', 'pg_catalog')";

/** Looks through every table and B-tree of a database: whether pages are whole, and every row is in every index. */
export async function lookThrough(url: string): Promise<{ tables: number; indexes: number; found: string[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found: string[] = [];
  try {
    await client.query("create extension if not exists amcheck");
    const { rows: tables } = await client.query<{ oid: number; name: string }>(
      `select c.oid, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${own} and c.relkind = 'r'`,
    );
    for (const { oid, name } of tables) {
      const { rows } = await client.query<{ msg: string }>("select msg from verify_heapam($1, check_toast => true)", [
        oid,
      ]);
      found.push(...rows.map(({ msg }) => `${name}: ${msg}`));
    }
    const { rows: indexes } = await client.query<{ oid: number; name: string }>(
      `select c.oid, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
        where ${own} and c.relkind = 'i' and a.amname = 'btree' and i.indisvalid and i.indisready and c.relpersistence = 'p'`,
    );
    for (const { oid, name } of indexes)
      await client
        .query("select bt_index_check($1, heapallindexed => true)", [oid])
        .catch((error: Error) => found.push(`${name}: ${error.message}`));
    return { tables: tables.length, indexes: indexes.length, found };
  } finally {
    await client.end();
  }
}

/** Takes a row from an index without its table knowing. @returns what is said of it, "" for nothing */
export async function corruptedIndex(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("create table damaged as select n from generate_series(1, 1000) n");
    await client.query("create index damaged_n on damaged (n) where n > 500");
    // The index now claims to hold every row.
    await client.query("update pg_index set indpred = null where indexrelid = 'damaged_n'::regclass");
    await client.query("select bt_index_check('damaged_n'::regclass, heapallindexed => true)");
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.query("drop table damaged").catch(() => undefined);
    await client.end();
  }
}
