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
