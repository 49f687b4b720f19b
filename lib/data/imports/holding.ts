import { db, primary, type Queries } from "#lib/data/db.ts";

/** How long some rows may take. */
export const longestBatchMs = 120_000;
/** Longer than that, so that whoever is at it does not lose it to somebody who begins the same rows again. */
const heldForMs = longestBatchMs + 30_000;

/** An import that waits to be looked through or brought in, and that no process is at, taken by one. Null where there is none. */
export async function holdNext(heldBy: string, now = new Date()): Promise<string | null> {
  const [taken] = await primary.$queryRaw<{ id: string }[]>`
    update "Import" set "heldBy" = ${heldBy}::uuid, "heldUntil" = ${until(now)} where "id" = (
      select "id" from "Import"
       where "stage" in ('waiting', 'confirmed') and ("heldUntil" is null or "heldUntil" < ${now})
       order by "createdAt" limit 1 for update skip locked)
    returning "id"`;
  return taken?.id ?? null;
}

/** The same for one in particular. Answers whether it is held now. */
export async function holdImport(id: string, heldBy: string, now = new Date()): Promise<boolean> {
  const free = [{ heldUntil: null }, { heldUntil: { lt: now } }, { heldBy }];
  const { count } = await db.import.updateMany({ where: { id, OR: free }, data: { heldBy, heldUntil: until(now) } });
  return count > 0;
}

/** Goes on holding it. Answers whether it is still held: somebody who was thought dead may have lost it. */
export async function keepHolding(tx: Queries, id: string, heldBy: string, now = new Date()): Promise<boolean> {
  const { count } = await tx.import.updateMany({ where: { id, heldBy }, data: { heldUntil: until(now) } });
  return count > 0;
}

/** Lets go of it, so that whoever comes next need not wait. */
export async function letGo(id: string, heldBy: string): Promise<void> {
  await db.import.updateMany({ where: { id, heldBy }, data: { heldBy: null, heldUntil: null } });
}

const until = (now: Date) => new Date(now.getTime() + heldForMs);
