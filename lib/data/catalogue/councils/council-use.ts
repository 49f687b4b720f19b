import { missingIn, type Succession } from "#lib/domain/catalogue/councils/successions.ts";
import type { Queries } from "#lib/data/db.ts";
import { readSuccessions } from "#lib/data/catalogue/councils/councils.ts";

/** Whether anything but the given successions names a council: words ever written, somebody who speaks for it, another entry. */
export async function isCouncilInUse(tx: Queries, id: string, but: readonly Succession[]): Promise<boolean> {
  const successions = await readSuccessions(tx, { OR: [{ predecessorId: id }, { successorId: id }] });
  return (
    missingIn(successions, but).length > 0 ||
    (await tx.contributor.count({ where: { councilId: id } })) > 0 ||
    (await tx.council.count({ where: { mergedIntoId: id } })) > 0 ||
    (await isInAnswers(tx, id))
  );
}

async function isInAnswers(tx: Queries, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Revision" where jsonb_path_exists("answers", '$.** ? (@ == $id)', jsonb_build_object('id', ${id}::text)) limit 1`;
  return rows.length > 0;
}
