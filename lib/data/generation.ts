import { db, type Queries } from "./db.ts";

/** The number that rises with every transaction that changes anything public. */
export const getGeneration = (): Promise<bigint> => getGenerationIn(db);

/** The same as a transaction sees it. */
export async function getGenerationIn(tx: Queries): Promise<bigint> {
  const { number } = await tx.generation.findUniqueOrThrow({ where: { id: 1 } });
  return number;
}

/** Belongs last in its transaction: the row stays locked until the transaction ends. */
export async function raiseGeneration(tx: Queries): Promise<void> {
  await tx.generation.update({ where: { id: 1 }, data: { number: { increment: 1 } } });
}

/** Whether the database answers. Never throws. */
export async function isDatabaseUp(): Promise<boolean> {
  return db.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
}
