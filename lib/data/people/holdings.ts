import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { isEditor } from "#lib/domain/workflow/decide.ts";
import { isRecord, pageStates, type State } from "#lib/domain/workflow/states.ts";
import { db, type Queries } from "#lib/data/db.ts";
import type { Person } from "#prisma/client/client.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { listContactsOf } from "./people.ts";

/** A version of somebody's, as the page that asks whether to erase them names it. */
export interface Work {
  versionId: string;
  title: string;
  state: State;
  /** The address of its page, where it has one. */
  slug: string | null;
}

/** What there is of a person, and what becomes of it when they are erased. */
interface Holdings {
  /** Null where nobody has said whose it is. */
  email: string | null;
  /** False for an editor or administrator, who is deactivated instead. Only they themselves are told. */
  erasable: boolean;
  deleted: Work[];
  kept: Work[];
  /** How many details of a contact have their e-mail address. */
  contacts: number;
  alerts: number;
}

/** What there is of whoever has an e-mail address. Null where we know no person by it. */
export async function findHoldingsOf(email: string): Promise<Holdings | null> {
  const person = await db.person.findUnique({ where: { email } });
  return person && holdingsOf(person);
}

/** What there is of the person who may be erased by a link that was sent to them: one for that, or the one to their own list. */
export async function findHoldings(token: string, now = new Date()): Promise<(Holdings & { personId: string }) | null> {
  const link = (await findLink(token, "erase", now)) ?? (await findLink(token, "mine", now));
  const person = link?.personId && (await db.person.findUnique({ where: { id: link.personId } }));
  return person ? { personId: person.id, ...(await holdingsOf(person)) } : null;
}

/** What there is of a version's author in its own case study: all that the version's secret address may show. */
export async function findHoldingsIn(versionId: string): Promise<Holdings | null> {
  const version = await db.version.findUnique({ where: { id: versionId }, include: { author: true, ...toName } });
  if (!version) return null;
  if (version.author) return holdingsOf(version.author, version.caseStudyId);
  return { email: null, erasable: true, contacts: 0, alerts: 0, ...sorted([workOf(version)]) };
}

const toName = { caseStudy: true, revisions: { orderBy: { number: "desc" }, take: 1 } } as const;

async function holdingsOf(person: Person, caseStudyId?: string): Promise<Holdings> {
  const within = caseStudyId === undefined ? {} : { caseStudyId };
  const versions = await db.version.findMany({
    where: { authorId: person.id, ...within },
    orderBy: { createdAt: "asc" },
    include: toName,
  });
  const contacts = await listContactsOf(db, person.email);
  return {
    email: person.email,
    erasable: caseStudyId !== undefined || !isEditor({ kind: "person", ...person }),
    ...sorted(versions.map(workOf)),
    alerts: caseStudyId === undefined ? await db.alert.count({ where: { personId: person.id } }) : 0,
    contacts: contacts.filter((contact) => contact.caseStudyId === (caseStudyId ?? contact.caseStudyId)).length,
  };
}

const sorted = (works: Work[]) => ({
  deleted: works.filter(({ state }) => !isRecord(state)),
  kept: works.filter(({ state }) => isRecord(state)),
});

/** Whether anything of a person's lies outside one case study. An editor's always does, and so does what they did as one. */
export async function hasMore(queries: Queries, person: Person, caseStudyId: string): Promise<boolean> {
  const { id: personId, email } = person;
  const contacts = await listContactsOf(queries, email);
  return (
    isEditor({ kind: "person", ...person }) ||
    contacts.some((contact) => contact.caseStudyId !== caseStudyId) ||
    (await queries.version.count({ where: { authorId: personId, caseStudyId: { not: caseStudyId } } })) > 0 ||
    (await queries.contributor.count({ where: { personId } })) > 0 ||
    (await queries.suggestion.count({ where: { fromId: personId } })) > 0 ||
    (await queries.alert.count({ where: { personId } })) > 0 ||
    (await hasWorked(queries, personId, caseStudyId))
  );
}

/** Whether somebody did anything elsewhere that their name stands beside, as whoever used to edit has. */
async function hasWorked(queries: Queries, personId: string, caseStudyId: string): Promise<boolean> {
  const elsewhere = { version: { caseStudyId: { not: caseStudyId } } };
  return (
    (await queries.event.count({ where: { actorId: personId, ...elsewhere } })) > 0 ||
    (await queries.revision.count({ where: { writerId: personId, ...elsewhere } })) > 0 ||
    (await queries.comment.count({ where: { writerId: personId, ...elsewhere } })) > 0 ||
    (await queries.peopleEvent.count({ where: { OR: [{ personId }, { actorId: personId }] } })) > 0
  );
}

/** The case studies that change when a person goes. */
export async function listCaseStudiesOf(tx: Queries, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select "caseStudyId" as id from "Version" where "authorId" = ${personId}::uuid
     union select c."caseStudyId" from "Contact" c join "Person" p on lower(p."email") = lower(c."email")
            where p."id" = ${personId}::uuid`;
  return rows.map(({ id }) => id);
}

type VersionRow = {
  id: string;
  state: State;
  template: string;
  caseStudy: { slug: string | null };
  revisions: { answers: unknown }[];
};

function workOf({ id, state, template, caseStudy, revisions }: VersionRow): Work {
  const { title } = factsOf(getTemplate(template), (revisions[0]?.answers ?? {}) as Answers);
  const hasPage = (pageStates as readonly State[]).includes(state);
  return { versionId: id, title, state, slug: hasPage ? caseStudy.slug : null };
}
