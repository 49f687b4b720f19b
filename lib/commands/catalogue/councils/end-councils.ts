import {
  readCouncils,
  readSuccessions,
  writeCouncil,
  writeSuccessions,
} from "#lib/data/catalogue/councils/councils.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { hasCircle, missingIn, type Succession } from "#lib/domain/catalogue/councils/successions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { writeNoted, type Person } from "./note-councils.ts";

interface Request {
  /** The councils that end: one, or several that become one. */
  ids: readonly string[];
  /** The last day, "2023-03-31". */
  endedOn: string;
  /** Ids of the councils that replace every one of them. */
  successors: readonly string[];
  /** The digest of what stood there when it was read. */
  basedOn?: string | undefined;
  actor: Person;
  now?: Date;
}

type Refusal = "not-allowed" | "gone" | "changed" | "circle";

/** Ends councils at a reorganisation. What they published stays theirs, and is shown with what replaced them. */
export async function endCouncils({
  ids,
  endedOn,
  successors,
  basedOn,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ names: string[] }, Refusal>> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  const among = [...new Set([...ids, ...successors])];
  return changeCatalogue<{ names: string[] }, Refusal>(async (tx) => {
    const state = await readCouncils(tx, among);
    const found = among.map((id) => state.councils[id]);
    if (found.some((council) => !council || council.mergedIntoId)) return refuse("gone");
    if (basedOn !== undefined && basedOn !== digestOf({ ...state })) return refuse("changed");
    const all = await readSuccessions(tx);
    const wanted = ids.flatMap((id) => successors.map((successor): Succession => [id, successor]));
    if (hasCircle([...all, ...wanted])) return refuse("circle");

    const [id = ""] = ids;
    const touched = await writeNoted(tx, { id, among, kind: "end", actor, now }, async () => {
      for (const one of ids) await writeCouncil(tx, one, { endedOn });
      await writeSuccessions(tx, { out: [], put: missingIn(wanted, all) });
    });
    return ok({ value: { names: ids.map((one) => state.councils[one]?.name ?? "") }, touched });
  });
}
