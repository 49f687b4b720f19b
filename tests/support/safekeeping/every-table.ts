import pg from "pg";

/**
 * An md5 of each table's rows in order, of the site's and of those that the search reads; what only counts transactions of this server is
 * left out. Read by means of its own, so that it can tell whether a copy is one.
 */
export async function everyTable(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; md5: string }>(`
      select table_schema || '.' || table_name as name,
             (xpath('//md5/text()', query_to_xml(format(
               'select count(*) || '' '' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '''')) as md5 from %I.%I t',
               table_schema, table_name), false, true, '')))[1]::text as md5
        from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema in ('public', 'search')
         and table_name not in ('generation', 'listing_change', 'changed')`);
    return Object.fromEntries(rows.map(({ name, md5 }) => [name, md5]));
  } finally {
    await client.end();
  }
}
