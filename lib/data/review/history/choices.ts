import { readStanding } from "#lib/data/catalogue/standing.ts";
import { db } from "#lib/data/db.ts";
import { editorRoles } from "#lib/domain/workflow/decide.ts";
import { factText } from "../fact-sql.ts";
import { isForEditors } from "../for-editors.ts";

/** Whose events can be asked for: everybody who edits or ever did, and whoever is asked for already. By name. */
export async function listPeopleInHistory(chosen: string | null): Promise<{ id: string; name: string }[]> {
  const people = await db.person.findMany({
    where: { OR: [{ role: { in: [...editorRoles] } }, ...(chosen ? [{ id: chosen }] : [])] },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  return people.map(({ id, name, email }) => ({ id, name: name || email }));
}

/** The councils that lead any case study, published or not, by name. */
export async function listCouncilsInHistory(): Promise<{ id: string; name: string }[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct ${factText("council")} as "id"
      from "Version" v join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where ${isForEditors}`;
  const standing = await readStanding(db);
  return db.council.findMany({
    where: { id: { in: rows.flatMap(({ id }) => (id ? standing(id) : [])) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
