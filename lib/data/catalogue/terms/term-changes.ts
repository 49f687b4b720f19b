import { z } from "zod";
import { takenBy } from "#lib/domain/catalogue/addresses.ts";
import type { Wish } from "#lib/domain/catalogue/decide.ts";
import type { Fields, Patch } from "#lib/domain/catalogue/terms.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";
import { noteChange, type ChangeRow } from "#lib/data/catalogue/changes.ts";
import type { TermPlan } from "#lib/data/catalogue/planning/plan.ts";

interface Kept extends Pick<TermPlan, "list" | "patch" | "former"> {
  wish: Wish;
  said: string;
  actorId: string;
  at: Date;
}

/** Keeps what was changed of a list, with all that undoing needs. @returns its id */
export async function keepTermChange(tx: Queries, { list, patch, former, wish, said, actorId, at }: Kept) {
  const side = (which: "before" | "after") =>
    Object.fromEntries(Object.entries(patch).map(([id, change]) => [id, change[which]])) as Prisma.InputJsonObject;
  const subjectId = "id" in wish ? wish.id : (Object.keys(patch)[0] ?? "");
  return noteChange(tx, {
    ...{ subject: list, subjectId, kind: wish.do, actorId, at },
    before: { rows: side("before"), taken: Object.fromEntries(takenBy(former.before, patch)) },
    after: { rows: side("after"), said },
  });
}

const fields = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const rows = z.record(z.string(), fields.nullable());
const before = z.object({ rows, taken: z.record(z.string(), z.string()) });
const after = z.object({ rows });

/** What a kept change did to its list, and which former addresses it took from others. */
export function readTermChange(change: Pick<ChangeRow, "before" | "after">): {
  patch: Patch;
  taken: Map<string, string>;
} {
  const [was, is] = [before.parse(change.before), after.parse(change.after)];
  const sides = (id: string) => ({
    before: (was.rows[id] ?? null) as Fields | null,
    after: (is.rows[id] ?? null) as Fields | null,
  });
  const ids = [...new Set([...Object.keys(was.rows), ...Object.keys(is.rows)])];
  return { patch: Object.fromEntries(ids.map((id) => [id, sides(id)])), taken: new Map(Object.entries(was.taken)) };
}
