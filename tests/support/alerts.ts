import { randomBytes } from "node:crypto";
import { askForAlert } from "#lib/commands/alerts/ask-for-alert.ts";
import { confirmAlert } from "#lib/commands/alerts/confirm-alert.ts";
import { db } from "#lib/data/db.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";

interface Wanted {
  query?: Partial<ListingQuery>;
  frequency?: "daily" | "weekly";
  email?: string;
  now?: Date;
  confirmed?: boolean;
}

/** An alert of somebody's, asked for and confirmed as they would. */
export async function anAlert({
  query,
  frequency = "daily",
  now = new Date(),
  confirmed = true,
  ...wanted
}: Wanted = {}) {
  const email = wanted.email ?? `${randomBytes(6).toString("hex")}@reader.example`;
  await askForAlert({ query: { ...everything, ...query }, email, frequency, now });
  const { id, personId } = await db.alert.findFirstOrThrow({
    where: { person: { email } },
    orderBy: { askedAt: "desc" },
  });
  const token = tokenOf(id);
  if (confirmed) await confirmAlert({ token, now });
  return { id, personId, email, token };
}

/** What is kept of an alert now. */
export const findKept = (id: string) => db.alert.findUnique({ where: { id } });

/** The letters about an alert, in the order they were owed. */
export const lettersAbout = (alertId: string, kind?: string) =>
  db.letter.findMany({ where: { alertId, ...(kind && { kind }) }, orderBy: { queuedAt: "asc" } });
