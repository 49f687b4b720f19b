import pg from "pg";

const schemas = ["public", "search", "pgboss"];

/**
 * Lets a role read and write what the site reads and writes, and nothing else: it can make, alter and drop nothing, and may not touch
 * what is recorded of migrations. Whoever connects has to own the tables.
 *
 * @throws where there is no such role, or it has more rights of its own
 */
export async function grantTo(url: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await refuseMighty(client, role);
    const [to, where] = [pg.escapeIdentifier(role), schemas.join(", ")];
    await client.query(`
      begin;
      revoke create on schema ${where} from ${to}, public;
      grant usage on schema ${where} to ${to};
      revoke all on all tables in schema ${where} from ${to};
      grant select, insert, update, delete on all tables in schema ${where} to ${to};
      revoke insert, update, delete on _prisma_migrations from ${to};
      grant usage, select, update on all sequences in schema ${where} to ${to};
      commit`);
  } finally {
    await client.end();
  }
}

async function refuseMighty(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    `select rolsuper or rolcreatedb or rolcreaterole or pg_has_role(oid, current_user, 'member') as mighty from pg_roles where rolname = $1`,
    [role],
  );
  if (!rows[0]) throw new Error(`There is no role ${role}. Make one first: create role ${role} login password '…'`);
  if (rows[0].mighty) throw new Error(`The role ${role} may do everything already. Choose one that owns nothing`);
}
