import type { Queries } from "#lib/data/db.ts";

/** What editors can merge: an entry that was merged stays, and another stands for it. */
export type Mergeable = "topic" | "supportType" | "council";

/** Which entry stands for each that was merged, however many were merged one after another. Every other stands for itself. */
export type Standing = (id: string) => string;

interface Entry {
  id: string;
  mergedIntoId: string | null;
}

/** Reads who stands for whom. Few entries are ever merged, so all of them are read at once. */
export async function readStanding(tx: Queries, subject: Mergeable): Promise<Standing> {
  return standingOf(await listMerged(tx, subject));
}

function listMerged(tx: Queries, subject: Mergeable): Promise<Entry[]> {
  const asked = { where: { mergedIntoId: { not: null } }, select: { id: true, mergedIntoId: true } } as const;
  switch (subject) {
    case "topic":
      return tx.topic.findMany(asked);
    case "supportType":
      return tx.supportType.findMany(asked);
    case "council":
      return tx.council.findMany(asked);
  }
}

/** The end of every chain. A circle, which nothing writes, ends where it is entered. */
export function standingOf(entries: readonly Entry[]): Standing {
  const next = new Map(entries.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id) => {
    const passed = new Set([id]);
    for (let end = id; ;) {
      const into = next.get(end);
      if (!into) return end;
      if (passed.has(into)) return id;
      passed.add((end = into));
    }
  };
}
