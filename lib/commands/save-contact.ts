import { db } from "#lib/data/db.ts";

interface Request {
  name?: string;
  email: string;
  phone?: string;
  /** Whether the contact agreed to be shown on the page. */
  publish: boolean;
  confirmedAt?: Date | null;
}

/** Keeps somebody to ring or write to about a case study. @returns the id that answers hold instead of the person */
export async function saveContact({
  name = "",
  email,
  phone = "",
  publish,
  confirmedAt = null,
}: Request): Promise<string> {
  const { id } = await db.contact.create({ data: { name, email, phone, publish, confirmedAt } });
  return id;
}
