import type { Lists } from "#lib/domain/imports/cells/choices.ts";
import { db } from "#lib/data/db.ts";

/** What cells of an import may choose from: what is in use, and every council there is or has been. */
export async function listChoices(): Promise<Lists> {
  const select = { id: true, slug: true, name: true } as const;
  const [topics, supportTypes, councils] = await Promise.all([
    db.topic.findMany({ where: { retiredAt: null }, orderBy: { position: "asc" }, select }),
    db.supportType.findMany({ where: { retiredAt: null }, orderBy: { position: "asc" }, select }),
    db.council.findMany({
      where: { mergedIntoId: null },
      orderBy: { id: "asc" },
      select: { ...select, shortName: true, type: true, endedOn: true, successors: { select: { successorId: true } } },
    }),
  ]);
  return {
    topics,
    supportTypes,
    councils: councils.map(({ endedOn, successors, ...council }) => ({
      ...council,
      ended: endedOn !== null,
      successors: successors.map(({ successorId }) => successorId),
    })),
  };
}

/** The topics that are in use, as a choice: each below the one it lies in. */
export async function listTopicChoices(): Promise<{ id: string; name: string; within: boolean }[]> {
  const topics = await db.topic.findMany({ where: { retiredAt: null }, orderBy: { position: "asc" } });
  return topics.map(({ id, name, parentId }) => ({ id, name, within: parentId !== null }));
}
