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
    await give(client, role);
  } finally {
    await client.end();
  }
}

/** In one transaction, or as part of the one under way. The queue's schema may not have been made yet. */
async function give(client: pg.Client, role: string): Promise<void> {
  const found = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname = any($1) order by 1",
    [schemas],
  );
  const [to, where] = [pg.escapeIdentifier(role), found.rows.map(({ name }) => name).join(", ")];
  await client.query(`
    revoke create on schema ${where} from ${to}, public;
    grant usage on schema ${where} to ${to};
    revoke all on all tables in schema ${where} from ${to};
    grant select, insert, update, delete on all tables in schema ${where} to ${to};
    revoke insert, update, delete on _prisma_migrations from ${to};
    grant usage, select, update on all sequences in schema ${where} to ${to}`);
}

/** A role that its owner lets at the tables, and whether it may write in them, as that of a site may. */
export interface Grantee {
  role: string;
  writes: boolean;
}

/** Whom the owner of the site's tables lets at any of them. */
export async function listGrantees(client: pg.Client): Promise<Grantee[]> {
  const { rows } = await client.query<Grantee>(`
    select role.rolname as "role", bool_or(given.privilege_type = 'INSERT') as "writes"
      from pg_class c cross join lateral aclexplode(c.relacl) given join pg_roles role on role.oid = given.grantee
     where c.relnamespace = 'public'::regnamespace and given.grantee <> c.relowner
     group by role.rolname order by role.rolname`);
  return rows;
}

/**
 * Gives rights back that went with the tables, in the transaction under way: to those who could write, what `grantTo` gives.
 *
 * @returns who has them again, and who has not
 */
export async function giveBack(client: pg.Client, grantees: readonly Grantee[]): Promise<GivenBack> {
  const given: GivenBack = { again: [], without: [] };
  for (const { role, writes } of grantees) {
    await client.query("savepoint rights");
    const done =
      writes &&
      (await give(client, role).then(
        () => true,
        () => false,
      ));
    if (!done) await client.query("rollback to savepoint rights");
    given[done ? "again" : "without"].push(role);
  }
  return given;
}

export type GivenBack = Record<"again" | "without", string[]>;

async function refuseMighty(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    `select rolsuper or rolcreatedb or rolcreaterole or pg_has_role(oid, current_user, 'member') as mighty from pg_roles where rolname = $1`,
    [role],
  );
  if (!rows[0]) throw new Error(`There is no role ${role}. Make one first: create role ${role} login password '…'`);
  if (rows[0].mighty) throw new Error(`The role ${role} may do everything already. Choose one that owns nothing`);
}
