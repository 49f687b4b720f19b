import { noteFormerSlug } from "#lib/data/catalogue/changes.ts";
import {
  isFound,
  readCouncils,
  readSuccessions,
  writeCouncil,
  writeSuccessions,
  type Side,
} from "#lib/data/catalogue/councils/councils.ts";
import { isCouncilInUse } from "#lib/data/catalogue/councils/council-use.ts";
import { holdCatalogue } from "#lib/data/catalogue/hold.ts";
import type { Queries } from "#lib/data/db.ts";
import { hasCircle, missingIn } from "#lib/domain/catalogue/councils/successions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { CatalogueChange } from "#prisma/client/client.ts";
import { listTouched } from "./note-councils.ts";

/**
 * Puts back what a change of councils found, unless something else stands there by now. The address that one had meanwhile
 * leads to the one it has again. In the caller's transaction, which writes the rows of the listing afterwards.
 *
 * @returns "cannot" where somebody has named a council that would go, or has taken its address
 */
export async function undoCouncilChange(
  tx: Queries,
  change: CatalogueChange,
): Promise<Result<{ touched: string[] }, "changed-since" | "cannot">> {
  await holdCatalogue(tx);
  const [before, after] = [change.before, change.after] as unknown as [Side, Side];
  const found = await readCouncils(tx, [
    ...new Set([...Object.keys(after.councils), ...before.successions.flat(), ...after.successions.flat()]),
  ]);
  if (!isFound(found, after, before)) return refuse("changed-since");
  const added = Object.keys(before.councils).filter((id) => before.councils[id] === null);
  if (!(await canPutBack(tx, before, after, added))) return refuse("cannot");

  const touched = new Set(await listTouched(tx, after));
  await writeSuccessions(tx, { out: after.successions, put: before.successions });
  for (const [id, fields] of Object.entries(before.councils)) if (fields) await writeCouncil(tx, id, fields);
  for (const id of added) await tx.council.delete({ where: { id } });
  await keepAddresses(tx, before, after);
  for (const id of await listTouched(tx, before)) touched.add(id);
  return ok({ touched: [...touched] });
}

async function canPutBack(tx: Queries, before: Side, after: Side, added: readonly string[]): Promise<boolean> {
  for (const id of added) if (await isCouncilInUse(tx, id, after.successions)) return false;
  for (const [id, fields] of Object.entries(before.councils))
    if (fields?.slug && (await tx.council.count({ where: { slug: fields.slug, id: { not: id } } }))) return false;
  const now = await readSuccessions(tx);
  return !hasCircle([...missingIn(now, after.successions), ...before.successions]);
}

async function keepAddresses(tx: Queries, before: Side, after: Side): Promise<void> {
  for (const [subjectId, fields] of Object.entries(before.councils)) {
    const [had, has] = [after.councils[subjectId]?.slug, fields?.slug];
    if (!had || !has) continue;
    await tx.formerSlug.deleteMany({ where: { subject: "council", slug: has, subjectId } });
    await noteFormerSlug(tx, { subject: "council", slug: had, subjectId, at: new Date() });
  }
}
