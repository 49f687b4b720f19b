import type { Fields, Patch, TermList, TermRow } from "#lib/domain/catalogue/terms.ts";
import type { Queries } from "#lib/data/db.ts";
import { factList } from "#lib/data/review/fact-sql.ts";

const columns = { id: true, slug: true, name: true, position: true, oldNumber: true, retiredAt: true } as const;

/** Every row of a list, also those that were retired or merged. */
export async function readTerms(tx: Queries, list: TermList): Promise<TermRow[]> {
  const orderBy = [{ position: "asc" as const }, { id: "asc" as const }];
  const select = { ...columns, mergedIntoId: true };
  const rows =
    list === "topic"
      ? await tx.topic.findMany({ orderBy, select: { ...select, parentId: true } })
      : (await tx.supportType.findMany({ orderBy, select })).map((row) => ({ ...row, parentId: null }));
  return rows.map((row) => ({ ...row, retiredAt: row.retiredAt?.toISOString() ?? null }));
}

/** Writes what a change says of the rows of a list. */
export async function writeTerms(tx: Queries, list: TermList, patch: Patch): Promise<void> {
  for (const [id, { before, after }] of Object.entries(patch)) {
    if (!after)
      await (list === "topic" ? tx.topic.delete({ where: { id } }) : tx.supportType.delete({ where: { id } }));
    else if (before) await update(tx, list, id, after);
    else await create(tx, list, after as TermRow);
  }
}

async function update(tx: Queries, list: TermList, id: string, fields: Fields): Promise<void> {
  const { parentId, ...data } = dated(fields);
  if (list === "topic")
    await tx.topic.update({ where: { id }, data: { ...data, ...(parentId !== undefined && { parentId }) } });
  else await tx.supportType.update({ where: { id }, data });
}

async function create(tx: Queries, list: TermList, row: TermRow): Promise<void> {
  const { parentId, ...data } = { ...row, retiredAt: row.retiredAt ? new Date(row.retiredAt) : null };
  if (list === "topic") await tx.topic.create({ data: { ...data, parentId } });
  else await tx.supportType.create({ data });
}

function dated({ retiredAt, ...fields }: Fields) {
  return { ...fields, ...(retiredAt !== undefined && { retiredAt: retiredAt && new Date(retiredAt) }) };
}

/** Whether anything written names a row, or is listed under it: what is named can be retired and not removed. */
export async function isNamed(tx: Queries, list: TermList, id: string): Promise<boolean> {
  const lead = list === "topic" ? { leadTopicId: id } : { leadSupportTypeId: id };
  if (await tx.version.count({ where: lead })) return true;
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Revision" r join "Version" v on v."id" = r."versionId"
     where ${namedIn(list)} ? ${id} limit 1`;
  return rows.length > 0;
}

const namedIn = (list: TermList) => factList(list === "topic" ? "topics" : "supportTypes");
