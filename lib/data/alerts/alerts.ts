import type { Frequency } from "#lib/domain/alerts/frequencies.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { forgetIdlePerson, lockPerson } from "#lib/data/people/people.ts";
import { hashOf, isToken } from "#lib/data/submissions/links.ts";
import type { Alert as Row } from "#prisma/client/client.ts";

export type Alert = Row & { frequency: Frequency };

/** The alert a secret address leads to. */
export async function findAlert(token: string, queries: Queries = db): Promise<Alert | null> {
  if (!isToken(token)) return null;
  return (await queries.alert.findUnique({ where: { tokenHash: hashOf(token) } })) as Alert | null;
}

/** Holds an alert and, before it, whose it is, which is the order that everybody keeps. Null where it has ended. */
export async function lockAlert(tx: Queries, { id, personId }: Pick<Alert, "id" | "personId">): Promise<Alert | null> {
  if (!(await lockPerson(tx, personId))) return null;
  await tx.$queryRaw`select 1 from "Alert" where "id" = ${id}::uuid for update`;
  return (await tx.alert.findUnique({ where: { id } })) as Alert | null;
}

/** The confirmed alerts whose owners have not been told of everything up to the closing of their frequency. */
export const listDue = (closings: Record<Frequency, Date>): Promise<Alert[]> =>
  db.alert.findMany({
    where: {
      confirmedAt: { not: null },
      OR: Object.entries(closings).map(([frequency, closing]) => ({ frequency, lookedAt: { lt: closing } })),
    },
    orderBy: { id: "asc" },
  }) as Promise<Alert[]>;

/** Ends an alert: its row goes with the letters about it, and its owner too who is there for nothing else. */
export async function removeAlert(tx: Queries, { id, personId }: Pick<Alert, "id" | "personId">): Promise<boolean> {
  await lockPerson(tx, personId);
  const { count } = await tx.alert.deleteMany({ where: { id } });
  if (count) await forgetIdlePerson(tx, personId);
  return count > 0;
}
