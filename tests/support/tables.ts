import { db } from "#lib/data/db.ts";

/** Every table and column of ours, as the database itself says. */
export async function listColumns() {
  return db.$queryRaw<{ table: string; column: string; type: string }[]>`
    select c.table_name as "table", c.column_name as "column", c.data_type as "type"
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> '_prisma_migrations'
     order by 1, c.ordinal_position`;
}

/** The columns in which any of some texts stands, in upper or lower case: "Person.email". */
export async function whereIs(...texts: string[]): Promise<string[]> {
  const patterns = texts.map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, "\\$&"));
  const rows = await db.$queryRaw<{ place: string }[]>`
    select * from (
      select c.table_name || '.' || c.column_name as place,
             query_to_xml(format('select 1 from %I where lower(%I::text) ~ any (%L::text[]) limit 1',
                                 c.table_name, c.column_name, ${patterns}::text[]), false, true, '')::text as found
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE') everywhere
     where found <> '' order by place`;
  return rows.map(({ place }) => place);
}

/**
 * The same in every schema there is, the search's and the job queue's too, with bytes looked into as text: "public.Person.email". A
 * materialised view counts as a table.
 */
export async function whereIsAnywhere(...texts: string[]): Promise<string[]> {
  const patterns = texts.map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, "\\$&"));
  const rows = await db.$queryRaw<{ place: string }[]>`
    select * from (
      select n.nspname || '.' || c.relname || '.' || a.attname as place,
             query_to_xml(format('select 1 from %I.%I where lower(%s) ~ any (%L::text[]) limit 1', n.nspname, c.relname,
                                 case when a.atttypid = 'bytea'::regtype then format('encode(%I, ''escape'')', a.attname)
                                      else format('%I::text', a.attname) end,
                                 ${patterns}::text[]), false, true, '')::text as found
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm', 'p') and a.attnum > 0 and not a.attisdropped
         and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')) everywhere
     where found <> '' order by place`;
  return rows.map(({ place }) => place);
}
