import { db } from "#lib/data/db.ts";

/** Named so that no question can mean them: every document has them alike. */
export const benchCouncil = {
  id: "zzq",
  slug: "zzq",
  name: "Zzq",
  shortName: "Zzq",
  type: "unitary",
  nation: "England",
};
export const benchTopic = { id: "zzx", slug: "zzx", name: "Zzx", position: 999 };

export async function addBenchLists(): Promise<void> {
  await db.council.create({ data: benchCouncil });
  await db.topic.create({ data: benchTopic });
}
