import { db } from "#lib/data/db.ts";
import { copyOf } from "#lib/data/people/copy/copy.ts";
import { holdsAnything } from "#lib/domain/people/copy.ts";
import { refuse } from "#lib/domain/result.ts";
import type { Log } from "#lib/ops/log.ts";
import { addPerson } from "../add-person.ts";
import { erasePerson } from "./erase-person.ts";

interface Request {
  email: string;
  now?: Date;
  log?: Log;
}

/** Removes whoever has an e-mail address, everywhere, also where it is only a contact's or stands in words alone. */
export async function eraseAddress({ email, ...others }: Request) {
  const known = await db.person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!known && !holdsAnything(await copyOf(email))) return refuse("not-found");
  const { id: personId } = known ?? (await addPerson({ email }));
  return erasePerson({ personId, ...others });
}
