import { db } from "#lib/data/db.ts";
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
  const address = email.trim().toLowerCase();
  return db.person.upsert({
    where: { email: address },
    create: { email: address, name, role, emailProvedAt },
    update: {},
  });
}
