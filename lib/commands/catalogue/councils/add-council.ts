import { writeSuccessions } from "#lib/data/catalogue/councils/councils.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { freeId } from "../free-id.ts";
import { slugFor, successionsTo, type Clash, type CouncilValues } from "./council-values.ts";
import { writeNoted, type Person } from "./note-councils.ts";

interface Request {
  values: CouncilValues;
  actor: Person;
  now?: Date;
}

/** Adds a council. Its address is what people call it, or its whole name where another has that. */
export async function addCouncil({
  values,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ id: string }, "not-allowed" | Clash>> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return changeCatalogue<{ id: string }, Clash>(async (tx) => {
    const slug = await slugFor(tx, null, values);
    if (!slug.ok) return slug;
    const id = await freeId(slug.value, async (asked) => (await tx.council.count({ where: { id: asked } })) > 0);
    const pairs = await successionsTo(tx, id, values);
    if (!pairs.ok) return pairs;
    const { predecessors, successors, endedOn, ...fields } = values;
    const among = [id, ...predecessors, ...successors];
    const touched = await writeNoted(tx, { id, among, kind: "add", actor, now }, async () => {
      await tx.council.create({
        data: { ...fields, id, slug: slug.value, endedOn: endedOn ? new Date(endedOn) : null },
      });
      await writeSuccessions(tx, pairs.value);
    });
    return ok({ value: { id }, touched });
  });
}
