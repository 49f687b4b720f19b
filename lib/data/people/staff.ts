import { editorRoles } from "#lib/domain/workflow/decide.ts";
import type { Role } from "#lib/domain/people/changes.ts";
import { workIn, type Work } from "#lib/domain/people/work.ts";
import type { Person, Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { knownForMore } from "./known.ts";
import { listOpenWork, type OpenWork } from "./work.ts";

/** An editor or administrator, active or not. */
export interface StaffMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  /** What is open and names them as who has it, and how much of each kind that is. */
  had: OpenWork[];
  work: Work;
}

/** Whose name or e-mail address holds the words, in any case. */
export const named = (words: string): Prisma.PersonWhereInput => {
  const holds = { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return words ? { OR: [{ name: holds }, { email: holds }] } : {};
};

/** Everybody who edits, or did until they were deactivated: the active ones first, by name. */
export async function listStaff(words = ""): Promise<StaffMember[]> {
  const people = await db.person.findMany({
    where: { role: { in: [...editorRoles] }, ...named(words) },
    orderBy: [{ active: "desc" }, { name: "asc" }, { email: "asc" }],
  });
  return withWork(people);
}

/** Somebody whom we know, in whatever role, as they are now. */
export async function findMember(id: string): Promise<StaffMember | null> {
  const [member] = await withWork(await db.person.findMany({ where: { id } }));
  return member ?? null;
}

async function withWork(people: readonly Person[]): Promise<StaffMember[]> {
  const work = await listOpenWork(people.map(({ id }) => id));
  return people.map(({ id, name, email, role, active }) => {
    const had = work.get(id) ?? [];
    return { id, name, email, role, active, had, work: workIn(had.map(({ state }) => state)) };
  });
}

/** Somebody who speaks for a council. */
export interface ConfirmedContributor {
  personId: string;
  name: string;
  email: string;
  councilId: string;
  council: string;
  confirmedAt: Date;
  /** The name of whoever confirmed them, "" for somebody who was erased. */
  confirmedBy: string;
}

export const mostContributors = 200;

/** Whom editors have confirmed for a council, by council. @param words of a name, an e-mail address or a council's name */
export async function listContributors(words = ""): Promise<ConfirmedContributor[]> {
  const council = { name: { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } } as const;
  const called = [{ person: named(words) }, { council }, { council: { mergedInto: council } }];
  const rows = await db.contributor.findMany({
    where: words ? { OR: called } : {},
    include: { person: true, council: { include: { mergedInto: true } }, confirmedBy: true },
    orderBy: [{ council: { shortName: "asc" } }, { person: { email: "asc" } }],
    take: mostContributors,
  });
  return rows.map(({ personId, councilId, person, council, confirmedAt, confirmedBy }) => ({
    ...{ personId, name: person.name, email: person.email, councilId, council: calledNow(council), confirmedAt },
    confirmedBy: confirmedBy ? confirmedBy.name || confirmedBy.email : "",
  }));
}

/** A council's name; of one that was merged, the name they were confirmed under and the one it goes by. */
const calledNow = ({ name, mergedInto }: { name: string; mergedInto: { name: string } | null }) =>
  mergedInto ? `${name}, now ${mergedInto.name}` : name;

/** The person with an e-mail address who has sent something. */
export const findByEmail = (email: string) =>
  db.person.findFirst({ where: { email: email.trim().toLowerCase(), ...knownForMore }, select: { id: true } });

/** Whoever imports from the machine itself: the one who is named, or else the first who may. Null where there is none. */
export async function findImporter(email: string, publish: boolean) {
  const may = publish ? (["administrator"] as const) : editorRoles;
  const where = { active: true, role: { in: [...may] }, ...(email && { email: email.trim().toLowerCase() }) };
  const found = await db.person.findFirst({ where, orderBy: [{ role: "desc" }, { createdAt: "asc" }] });
  return found && { kind: "person" as const, id: found.id, role: found.role };
}
