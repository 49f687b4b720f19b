import { db } from "#lib/data/db.ts";
import { findPlanted, plantIn } from "./planting.ts";
import { putRow, type World } from "./put.ts";
import type { Row } from "./table/row.ts";
import { changedSince, readDigest } from "./watch.ts";

/** Rows that say what is not so, each with what has to be noticed of it. */
const wrongRows: readonly [row: Row, notices: RegExp][] = [
  [["GET", "/editor/queue", "anyone"], /^GET \/editor\/queue by nobody: 303, not 200/],
  [["GET", "/editor/review/[id]", "anyone"], /by an administrator: holds what is not public/],
  [["GET", "/editor/people", "administrator"], /by an editor: 200, not 403/],
  [["GET", "/track/[token]", "draft"], /holds what is somebody else/],
  [["GET", "/about", "editor"], /by a contributor, RSC, without the gate: 200, which refuses nothing/],
];

/** Whether what is to be noticed would be: wrong rows, a write, and something planted. @returns what went by */
export async function checkControls(world: World): Promise<string[]> {
  const missed: string[] = [];
  for (const [row, notices] of wrongRows) {
    const { complaints } = await putRow(row, world);
    if (!complaints.some((one) => notices.test(one))) missed.push(`a wrong row for ${row[1]} would go by`);
  }
  const before = await readDigest();
  await db.version.update({ where: { id: world.own.things.version }, data: { suspicion: plantIn } });
  if (!changedSince(before, await readDigest()).includes("Version")) missed.push("a write would go by");
  if (!(await findPlanted()).includes("Version.suspicion")) missed.push("something planted would go by");
  await db.version.update({ where: { id: world.own.things.version }, data: { suspicion: "" } });
  return missed;
}
