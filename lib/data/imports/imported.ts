import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { isRemoved, isShown, openStates } from "#lib/domain/workflow/states.ts";
import type { Version } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";

/** A row as it was last brought in, and where what it became is now. */
export interface Known {
  key: string;
  caseStudyId: string;
  hash: Uint8Array;
  /** The words as they were brought in, and the contact that they name. */
  answers: Answers;
  contact: { name: string; email: string; phone: string } | null;
  versionId: string;
  template: string;
  state: State;
  latestRevision: number;
  authorId: string | null;
  /** Whether a draft still waits for the editors, as it does until somebody makes it theirs. */
  imported: boolean;
  /** Whether readers can see any version of it, and whether somebody is working on one. */
  published: boolean;
  open: boolean;
  /** Whether readers could see it and cannot any more. */
  removed: boolean;
}

/** How a row is known: by its key, and by its address where that is one of ours. */
interface Identity {
  key: string;
  slug: string | null;
}

/** What is known of rows of a source, by their keys: as they came before, or as they are on this site that gave them away. */
export async function listKnown(
  source: string,
  rows: readonly Identity[],
  tx: Queries = db,
): Promise<Map<string, Known>> {
  const keys = [...new Set(rows.map(({ key }) => key).filter(Boolean))];
  const found = await tx.importedRow.findMany({
    where: { source, key: { in: keys } },
    include: { version: withStates },
  });
  const came = found.map(({ version, key, hash, revision }) => ({ key, hash, revision, version }));
  const before = new Set(came.map(({ key }) => key));
  const own = await listOwn(
    tx,
    rows.filter(({ key }) => key && !before.has(key)),
  );
  return readKnown(tx, [...came, ...own]);
}

const withStates = { include: { caseStudy: { select: { versions: { select: { state: true } } } } } } as const;
type WithStates = Version & { caseStudy: { versions: { state: State }[] } };

interface Found {
  key: string;
  hash: Uint8Array;
  revision: number;
  version: WithStates;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Case studies of this site that rows are about, as its own files give their id or address: as readers find them, or as
 * they were last where nobody finds them any more.
 */
async function listOwn(tx: Queries, rows: readonly Identity[]): Promise<Found[]> {
  const ids = rows.map(({ key }) => key).filter((key) => uuid.test(key));
  const slugs = rows.flatMap(({ slug }) => slug ?? []);
  if (!ids.length && !slugs.length) return [];
  const caseStudies = await tx.caseStudy.findMany({
    where: { OR: [{ id: { in: ids } }, { slug: { in: slugs } }] },
    select: { id: true, slug: true, versions: { orderBy: { number: "desc" } } },
  });
  return caseStudies.flatMap(({ id, slug, versions }) => {
    const row = rows.find((one) => one.key === id || (slug !== null && one.slug === slug));
    const version = versions.find(({ state }) => isShown(state)) ?? versions[0];
    if (!row || !version) return [];
    const found = { key: row.key, hash: new Uint8Array(), revision: version.latestRevision };
    return [{ ...found, version: { ...version, caseStudy: { versions } } }];
  });
}

async function readKnown(tx: Queries, found: readonly Found[]): Promise<Map<string, Known>> {
  const named = found.map(({ version, revision: number }) => ({ versionId: version.id, number }));
  const words = named.length ? await tx.revision.findMany({ where: { OR: named } }) : [];
  const answersOf = new Map(
    words.map(({ versionId, number, answers }) => [`${versionId} ${number}`, answers as Answers]),
  );
  const contactOf = ({ version: { id, template }, revision }: Found) =>
    factsOf(getTemplate(template), answersOf.get(`${id} ${revision}`) ?? {}).contact;
  const contacts = await listContacts(
    tx,
    found.flatMap((one) => contactOf(one) ?? []),
  );
  return new Map(
    found.map((one) => {
      const { key, hash, revision, version } = one;
      const { id: versionId, caseStudyId, template, state, latestRevision, authorId, imported } = version;
      const answers = answersOf.get(`${versionId} ${revision}`) ?? {};
      const states = version.caseStudy.versions.map((one) => one.state);
      const known = {
        ...{ key, caseStudyId, hash, answers, versionId, template, state, latestRevision, authorId, imported },
        contact: contacts.get(contactOf(one) ?? "") ?? null,
        published: states.some(isShown),
        removed: states.some(isRemoved) && !states.some(isShown),
        open: states.some((one) => (openStates as readonly State[]).includes(one)),
      };
      return [key, known] as const;
    }),
  );
}

async function listContacts(tx: Queries, ids: readonly string[]) {
  const rows = ids.length ? await tx.contact.findMany({ where: { id: { in: [...ids] } } }) : [];
  return new Map(rows.map(({ id, name, email, phone }) => [id, { name, email, phone }]));
}

interface Imported {
  source: string;
  key: string;
  caseStudyId: string;
  versionId: string;
  revision: number;
  hash: Uint8Array;
  now: Date;
}

/**
 * Notes what a row became, in the transaction that makes it.
 *
 * @param isNew whether nothing was known of it; then it is noted only where that is still so
 * @returns whether it is noted
 */
export async function noteImported(
  tx: Queries,
  { source, key, now, hash, ...became }: Imported,
  isNew: boolean,
): Promise<boolean> {
  const data = { ...became, hash: Uint8Array.from(hash), at: now };
  const row = { source, key, ...data };
  if (isNew) return (await tx.importedRow.createMany({ data: [row], skipDuplicates: true })).count > 0;
  await tx.importedRow.upsert({ where: { source_key: { source, key } }, create: row, update: data });
  return true;
}
