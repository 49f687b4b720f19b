import type { Queries } from "#lib/data/db.ts";
import { keysOf } from "#lib/data/files/keys.ts";
import { isNamedInWords } from "#lib/data/naming.ts";
import { allowRedaction } from "#lib/data/redacting.ts";
import { Prisma } from "#prisma/client/client.ts";

/**
 * Removes versions with everything that hangs on them, and what nothing else names any more: their case study once it has no
 * version left, otherwise those of its contacts and files that only they named. The case studies have to be locked.
 *
 * @returns the keys of the files that are nobody's now, to be removed once the transaction has been committed
 */
export async function removeVersions(tx: Queries, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  await allowRedaction(tx);
  const versions = await tx.version.findMany({ where: { id: { in: [...ids] } }, select: { caseStudyId: true } });
  const caseStudyIds = [...new Set(versions.map(({ caseStudyId }) => caseStudyId))];
  await tx.version.deleteMany({ where: { id: { in: [...ids] } } });
  const keys = [];
  for (const caseStudyId of caseStudyIds) {
    const left = await tx.version.count({ where: { caseStudyId } });
    keys.push(...(left ? await removeUnnamed(tx, caseStudyId) : await removeCaseStudy(tx, caseStudyId)));
  }
  return keys;
}

async function removeCaseStudy(tx: Queries, id: string): Promise<string[]> {
  const files = await tx.attachment.findMany({ where: { caseStudyId: id }, select: { key: true, widths: true } });
  await tx.caseStudy.delete({ where: { id } });
  return files.flatMap(keysOf);
}

/** Answers hold ids, so whatever is named stands in them somewhere, whichever template asked for it. */
async function removeUnnamed(tx: Queries, caseStudyId: string): Promise<string[]> {
  await tx.$executeRaw`
    delete from "Contact" c where c."caseStudyId" = ${caseStudyId}::uuid
       and not ${isNamedInWords(Prisma.sql`c`)}
       and not exists (select 1 from "FactCheck" f where f."contactId" = c."id")`;
  const files = await tx.$queryRaw<{ key: string; widths: number[] }[]>`
    delete from "Attachment" a where a."caseStudyId" = ${caseStudyId}::uuid
       and not ${isNamedInWords(Prisma.sql`a`)}
    returning a."key", a."widths"`;
  return files.flatMap(keysOf);
}
