import pg from "pg";

/** @param admin address of a database on the server, by somebody who may make others */
export async function databaseExists(admin: string, name: string): Promise<boolean> {
  const { rowCount } = await ask(admin, "select 1 from pg_database where datname = $1", [name]);
  return Boolean(rowCount);
}

/** @param template a database to copy; nobody may be connected to it meanwhile */
export async function createDatabase(admin: string, name: string, template?: string): Promise<void> {
  const copy = template ? ` template ${pg.escapeIdentifier(template)}` : "";
  await ask(admin, `create database ${pg.escapeIdentifier(name)}${copy}`);
}

/** Drops a database, putting out whoever is connected to it. One that does not exist is no error. */
export async function dropDatabase(admin: string, name: string): Promise<void> {
  await ask(admin, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

export async function renameDatabase(admin: string, from: string, to: string): Promise<void> {
  await ask(admin, `alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`);
}

async function ask(admin: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: admin, connectionTimeoutMillis: 5000 });
  // A lost connection also fails the query under way, which is where it is told.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
