import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "#prisma/client/client.ts";
import { readEnv } from "#lib/ops/env.ts";

// Without these limits nothing bounds a database that hangs: not the wait for a connection, nor a statement, nor a lock.
const limits = {
  connectionTimeoutMillis: 3000,
  statement_timeout: 4000,
  idle_in_transaction_session_timeout: 10_000,
};

// A connection plans once what the client writes again and again. What is written here by hand is planned for its values.
const writtenByClient = /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) "public"\./;
const longest = 3000;
const nameOfStatement = ({ sql }: { sql: string }) =>
  sql.length <= longest && writtenByClient.test(sql) ? createHash("sha1").update(sql).digest("hex") : "";

const connect = () =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: readEnv().DATABASE_URL, max: readEnv().CASEBOOK_CONNECTIONS, ...limits },
      { statementNameGenerator: nameOfStatement },
    ),
    // As long as a connection may be waited for, and a little: a busy moment is no fault.
    transactionOptions: { maxWait: limits.connectionTimeoutMillis + 1000 },
  });

// Development reloads this module; one pool outlives the reloads.
const kept = globalThis as { casebookDatabase?: PrismaClient };
export const db = (kept.casebookDatabase ??= connect());

/** The database, or a transaction on it. */
export type Queries = Prisma.TransactionClient;
