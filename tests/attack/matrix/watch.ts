import { db } from "#lib/data/db.ts";
import { Prisma } from "#prisma/client/client.ts";
import { listColumns } from "#tests/support/tables.ts";

/** What may change although a request was refused or only read, and why. Whole tables, or columns of one. */
export const mayChange: Readonly<Record<string, readonly string[] | "everything">> = {
  // What is counted of whoever asks, refused or not.
  LimitUse: "everything",
  // What was typed in a form that was refused, kept for its sender for an hour.
  Attempt: "everything",
  // What was looked for, by nobody in particular.
  SearchNote: "everything",
  // Of which state of what is public a web process knows, and a file of all of it was made.
  Download: "everything",
  Lease: "everything",
  // Which words of a version an editor has seen.
  DeskVisit: "everything",
  // When somebody last did something in it.
  Session: ["updatedAt", "expiresAt"],
};

/** One figure for all that is in each table, in whatever order it lies there. */
export type Digest = ReadonlyMap<string, string>;

/** Reads what the database holds, so that two readings tell whether anything was written in between. */
export async function readDigest(): Promise<Digest> {
  const rows = await db.$queryRaw<{ table: string; digest: string }[]>(
    (statement ??= Prisma.raw(await makeStatement())),
  );
  return new Map(rows.map(({ table, digest }) => [table, digest]));
}

/** The tables that differ between two readings. */
export const changedSince = (before: Digest, after: Digest): string[] =>
  [...after].filter(([table, digest]) => before.get(table) !== digest).map(([table]) => table);

let statement: Prisma.Sql | undefined;

async function makeStatement(): Promise<string> {
  const tables = Object.groupBy(await listColumns(), ({ table }) => table);
  return Object.entries(tables)
    .filter(([table]) => mayChange[table] !== "everything")
    .map(([table, columns = []]) => {
      const exempt = mayChange[table] ?? [];
      const watched = columns.filter(({ column }) => !exempt.includes(column)).map(({ column }) => `"${column}"`);
      // A session that has run out is forgotten by whoever comes across it.
      const living = table === "Session" ? `where "expiresAt" > now()` : "";
      return `select '${table}' as "table", count(*) || ' ' || coalesce(sum(hashtextextended(row(${watched.join(", ")})::text, 0)), 0)
                as digest from "${table}" ${living}`;
    })
    .join(" union all ");
}
