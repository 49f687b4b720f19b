import type { PeopleChange } from "#lib/domain/people/changes.ts";
import type { Person } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { findOrAddPerson } from "./people.ts";

interface Change {
  kind: PeopleChange;
  personId: string;
  /** Null for whoever has the command line. */
  actorId: string | null;
  /** A role or the id of a council. */
  detail?: string;
  at: Date;
}

/** Adds a line to what was changed about people. */
export async function recordChange(tx: Queries, change: Change): Promise<void> {
  await tx.peopleEvent.create({ data: change });
}

/**
 * Holds a person together with every active administrator until the transaction ends, so that two of them cannot each change
 * the other. In one order that everybody keeps. Comes after the locks on case studies.
 */
export async function lockStanding(tx: Queries, personId: string): Promise<HeldStanding> {
  await tx.$queryRaw`
    select 1 from "Person" where "id" = ${personId}::uuid or ("role" = 'administrator' and "active") order by "id" for update`;
  const administrators = await tx.person.findMany({
    where: { role: "administrator", active: true },
    select: { id: true },
  });
  const person = await tx.person.findUnique({ where: { id: personId } });
  return { person, administrators: administrators.map(({ id }) => id) };
}

/** The same for whoever has an e-mail address, who is added if there is none, also where they are forgotten in the moment between. */
export async function lockStandingAt(tx: Queries, email: string): Promise<HeldStanding<Person>> {
  const { id } = await findOrAddPerson(tx, email);
  const { person, administrators } = await lockStanding(tx, id);
  return person ? { person, administrators } : lockStandingAt(tx, email);
}

interface HeldStanding<Held = Person | null> {
  person: Held;
  /** Ids of all who are active. */
  administrators: string[];
}

/** A line of what was changed, for somebody to read. */
export interface ChangeLine {
  id: string;
  kind: PeopleChange;
  /** Who was changed and by whom, by name; "" for somebody who was erased or, for the actor, the command line. */
  person: string;
  actor: string;
  detail: string;
  at: Date;
}

/** What was changed last, newest first. */
export async function listChanges(limit = 50): Promise<ChangeLine[]> {
  const events = await db.peopleEvent.findMany({
    include: { person: true, actor: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  const councils = await db.council.findMany({ where: { id: { in: events.map(({ detail }) => detail) } } });
  const councilName = new Map(councils.map(({ id, name }) => [id, name]));
  return events.map(({ id, kind, person, actor, detail, at }) => ({
    ...{ id, at, kind: kind as PeopleChange },
    person: nameOf(person),
    actor: nameOf(actor),
    detail: councilName.get(detail) ?? detail,
  }));
}

const nameOf = (person: Person | null) => (person ? person.name || person.email : "");
