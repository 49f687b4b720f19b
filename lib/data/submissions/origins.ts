import { edits } from "#lib/domain/people/changes.ts";
import { db } from "#lib/data/db.ts";

/** How a draft came to whoever has it. */
export interface Origin {
  /** Whether its author has been sent a letter about it, each of which has its link. */
  mailed: boolean;
  /** Whether its author is an editor, who came to it from the editors' pages. */
  fromEditors: boolean;
  /** Whether it came from a file. */
  imported: boolean;
}

/** How a draft came to its author. */
export async function findOrigin(versionId: string): Promise<Origin> {
  const { author, imported } = await db.version.findUniqueOrThrow({
    where: { id: versionId },
    select: { imported: true, author: { select: { id: true, role: true, active: true } } },
  });
  const about = { OR: [{ versionId }, { event: { versionId } }] };
  const letter = author && (await db.letter.findFirst({ where: { toId: author.id, ...about }, select: { id: true } }));
  return { mailed: letter !== null, fromEditors: author !== null && edits(author), imported };
}
