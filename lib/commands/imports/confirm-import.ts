import { db } from "#lib/data/db.ts";
import { noRows } from "#lib/domain/imports/findings.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayImport, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  /** Who brings the rows in, and so writes them. Null where nobody at the machine is known here. */
  actor: Extract<Actor, { kind: "person" }> | null;
}

/** Lets the rows of a file that has been looked through be brought in. Asked twice, they come once. */
export async function confirmImport({
  id,
  actor,
}: Request): Promise<Result<null, "not-found" | "not-allowed" | "wrong-state">> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Import" where "id" = ${id}::uuid for update`;
    const asked = await tx.import.findUnique({ where: { id } });
    if (!asked) return refuse("not-found");
    if ((asked.publish || actor) && !(actor && mayImport(asked.publish, actor))) return refuse("not-allowed");
    if (asked.stage !== "checked") return refuse("wrong-state");
    // What was said of each row makes room for what becomes of it.
    await tx.importRow.deleteMany({ where: { importId: id } });
    const begun = { stage: "confirmed", counts: { ...noRows }, done: 0, personId: actor?.id ?? null };
    await tx.import.update({ where: { id }, data: begun });
    return ok(null);
  });
}
