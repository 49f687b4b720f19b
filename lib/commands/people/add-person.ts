import { db } from "#lib/data/db.ts";
import { findOrAddPerson } from "#lib/data/people/people.ts";
import type { Person, Role } from "#prisma/client/client.ts";

interface Request {
  email: string;
  name?: string;
  role?: Role;
  /** When they showed that they read that mailbox, if they have. */
  emailProvedAt?: Date | null;
}

/** Adds a person, or finds the one with that e-mail address, whose details stay as they are. */
export async function addPerson({
  email,
  name = "",
  role = "contributor",
  emailProvedAt = null,
}: Request): Promise<Person> {
  return findOrAddPerson(db, email, { name, role, emailProvedAt });
}
