import type { Contact, Person } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { editorRoles } from "#lib/domain/workflow/decide.ts";

/** Somebody who has not been deactivated. */
export const findActivePerson = (id: string): Promise<Person | null> =>
  db.person.findFirst({ where: { id, active: true } });

/** Everybody who edits, by name. */
export const listEditors = (): Promise<Person[]> =>
  db.person.findMany({
    where: { active: true, role: { in: [...editorRoles] } },
    orderBy: [{ role: "asc" }, { name: "asc" }],
  });

/**
 * The person with an e-mail address, who is added if there is none, and once more if they are forgotten in the moment between. Two
 * who ask at once get the same, as by upsert they may not.
 */
export async function findOrAddPerson(
  tx: Queries,
  email: string,
  details: Partial<Pick<Person, "name" | "role" | "emailProvedAt">> = {},
): Promise<Person> {
  const address = email.trim().toLowerCase();
  await tx.person.createMany({ data: [{ ...details, email: address }], skipDuplicates: true });
  return (await tx.person.findUnique({ where: { email: address } })) ?? findOrAddPerson(tx, email, details);
}

/** Holds a person, so that nothing new can be theirs until the transaction ends. Comes after the locks on case studies. */
export async function lockPerson(tx: Queries, id: string): Promise<Person | null> {
  await tx.$queryRaw`select 1 from "Person" where "id" = ${id}::uuid for update`;
  return tx.person.findUnique({ where: { id } });
}

/** The person with an e-mail address, held. One who was forgotten in the moment between is added once more. */
export async function holdPersonAt(tx: Queries, email: string): Promise<Person> {
  const { id } = await findOrAddPerson(tx, email);
  return (await lockPerson(tx, id)) ?? holdPersonAt(tx, email);
}

/** Whether somebody edits and is active. If so, they stay so until the transaction ends. */
export async function holdEditor(tx: Queries, id: string): Promise<boolean> {
  return (await holdEditors(tx, [id])).has(id);
}

/** Whoever reviews something and may still edit. Null leaves it to the editors at large. */
export const holdReviewer = async (tx: Queries, assigneeId: string | null): Promise<string | null> =>
  assigneeId !== null && (await holdEditor(tx, assigneeId)) ? assigneeId : null;

/** The same for several people, held in an order that everybody keeps. @returns which of them edit */
export async function holdEditors(tx: Queries, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select "id" from "Person" where "id" = any(${[...ids]}::uuid[]) and "active"
       and "role"::text = any(${[...editorRoles]}::text[]) order by "id" for share`;
  return new Set(rows.map(({ id }) => id));
}

/** The contacts that have an e-mail address. Not by the client's own "insensitive", for which _ stands for any letter. */
export const listContactsOf = (queries: Queries, email: string): Promise<Contact[]> =>
  queries.$queryRaw<Contact[]>`select * from "Contact" where lower("email") = lower(${email}) order by "id"`;

/** Removes a contributor who is there for nothing any more, so that no address is kept without a reason. */
export async function forgetIdlePerson(tx: Queries, id: string): Promise<void> {
  await lockPerson(tx, id);
  await tx.$executeRaw`
    delete from "Person" p where p."id" = ${id}::uuid and p."role" = 'contributor'
       and not exists (select 1 from "Version" v where p."id" in (v."authorId", v."assigneeId"))
       and not exists (select 1 from "Revision" r where r."writerId" = p."id")
       and not exists (select 1 from "Event" e where e."actorId" = p."id")
       and not exists (select 1 from "Contributor" c where p."id" in (c."personId", c."confirmedById"))
       and not exists (select 1 from "Comment" c where c."writerId" = p."id")
       and not exists (select 1 from "Suggestion" s where p."id" in (s."fromId", s."settledById"))
       and not exists (select 1 from "PeopleEvent" e where p."id" in (e."personId", e."actorId"))
       and not exists (select 1 from "Alert" a where a."personId" = p."id")`;
}
