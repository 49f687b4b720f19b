import { writeCouncil, writeSuccessions } from "#lib/data/catalogue/councils/councils.ts";
import { digestOf, isSame } from "#lib/data/catalogue/digest.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { readValues, slugFor, successionsTo, type Clash, type CouncilValues } from "./council-values.ts";
import { writeNoted, type Person } from "./note-councils.ts";

interface Request {
  id: string;
  values: CouncilValues;
  /** The digest of what stood there when it was read; without it, whatever stands there now. */
  basedOn?: string | undefined;
  actor: Person;
  now?: Date;
}

export type CouncilRefusal = { why: "not-allowed" | "gone" } | { why: Clash } | { why: "changed"; now: CouncilValues };

/** Changes what is said of a council. A new name brings a new address, to which the old one leads. */
export async function changeCouncil({
  id,
  values,
  basedOn,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ slug: string }, CouncilRefusal>> {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" });
  return changeCatalogue<{ slug: string }, CouncilRefusal>(async (tx) => {
    const before = await readValues(tx, id);
    if (!before) return refuse({ why: "gone" });
    const isDone = isSame(inOrder(before), inOrder(values));
    if (!isDone && basedOn !== undefined && basedOn !== digestOf({ ...before }))
      return refuse({ why: "changed", now: before });
    const slug = await slugFor(tx, id, values);
    if (!slug.ok) return refuse({ why: slug.reason });
    const pairs = await successionsTo(tx, id, values);
    if (!pairs.ok) return refuse({ why: pairs.reason });

    const { predecessors, successors, ...fields } = values;
    const among = [id, ...predecessors, ...successors, ...before.predecessors, ...before.successors];
    const kind = before.name === values.name && before.shortName === values.shortName ? "change" : "rename";
    const touched = await writeNoted(tx, { id, among, kind, actor, now }, async () => {
      await writeCouncil(tx, id, { ...fields, slug: slug.value });
      await writeSuccessions(tx, pairs.value);
    });
    return ok({ value: { slug: slug.value }, touched });
  });
}

const inOrder = ({ predecessors, successors, ...rest }: CouncilValues) => ({
  ...rest,
  predecessors: predecessors.toSorted(),
  successors: successors.toSorted(),
});
