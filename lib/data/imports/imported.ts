import type { Answers } from "#lib/domain/template/answers.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { openStates } from "#lib/domain/workflow/states.ts";
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
  /** Whether readers can see any version of it, and whether somebody is working on one. */
  published: boolean;
  open: boolean;
}

/** What is known of rows of a source, by their keys. */
export async function listKnown(
  source: string,
  keys: readonly string[],
  tx: Queries = db,
): Promise<Map<string, Known>> {
  const rows = await tx.importedRow.findMany({
    where: { source, key: { in: [...new Set(keys)] } },
    include: { version: true, caseStudy: { select: { versions: { select: { state: true } } } } },
  });
  const named = rows.map(({ versionId, revision: number }) => ({ versionId, number }));
  const words = named.length ? await tx.revision.findMany({ where: { OR: named } }) : [];
  const answersOf = new Map(
    words.map(({ versionId, number, answers }) => [`${versionId} ${number}`, answers as Answers]),
  );
  const contacts = await listContacts(tx, [...answersOf.values()]);
  return new Map(
    rows.map(({ key, caseStudyId, hash, versionId, revision, version, caseStudy }) => {
      const answers = answersOf.get(`${versionId} ${revision}`) ?? {};
      const states = caseStudy.versions.map(({ state }) => state);
      const { template, state, latestRevision, authorId } = version;
      const known = {
        ...{ key, caseStudyId, hash, answers, versionId, template, state, latestRevision, authorId },
        contact: contacts.get(String(answers["contact"])) ?? null,
        published: states.includes("published"),
        open: states.some((one) => (openStates as readonly State[]).includes(one)),
      };
      return [key, known] as const;
    }),
  );
}

async function listContacts(tx: Queries, all: readonly Answers[]) {
  const ids = all.flatMap(({ contact }) => (typeof contact === "string" ? [contact] : []));
  const rows = ids.length ? await tx.contact.findMany({ where: { id: { in: ids } } }) : [];
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

/** Notes what a row became, in the transaction that makes it. */
export async function noteImported(tx: Queries, { source, key, now, hash, ...became }: Imported): Promise<void> {
  const data = { ...became, hash: Uint8Array.from(hash), at: now };
  await tx.importedRow.upsert({
    where: { source_key: { source, key } },
    create: { source, key, ...data },
    update: data,
  });
}
