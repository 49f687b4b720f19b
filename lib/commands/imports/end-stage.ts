import { db } from "#lib/data/db.ts";
import { keepHolding } from "#lib/data/imports/holding.ts";

interface Held {
  id: string;
  heldBy: string;
}

/** Notes what a file turned out to be, before its rows are read. */
export async function noteFormat(
  { id, heldBy }: Held,
  said: { format: string; encoding: string; notes: string[]; total: number },
) {
  await db.import.updateMany({ where: { id, heldBy }, data: said });
}

/** Begins to look a file through from its first row, whatever was said of it before. */
export async function beginCheck({ id, heldBy }: Held): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await keepHolding(tx, id, heldBy))) return;
    await tx.importRow.deleteMany({ where: { importId: id } });
    await tx.import.update({ where: { id }, data: { done: 0, counts: {} } });
  });
}

/** The whole file has been looked through. */
export async function endCheck({ id, heldBy }: Held): Promise<void> {
  await db.import.updateMany({ where: { id, heldBy }, data: { stage: "checked" } });
}

/** All of it has been brought in. The file is not needed any more. */
export async function endImport({ id, heldBy }: Held, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.import.updateMany({ where: { id, heldBy }, data: { stage: "done", finishedAt: now } });
    if (count) await tx.importPart.deleteMany({ where: { importId: id } });
  });
}

/** A file that cannot be read as one of case studies. */
export async function refuseImport({ id, heldBy }: Held, problem: string, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const said = { stage: "refused", problem, finishedAt: now };
    const { count } = await tx.import.updateMany({ where: { id, heldBy }, data: said });
    if (count) await tx.importPart.deleteMany({ where: { importId: id } });
  });
}
