import { isSame } from "#lib/data/catalogue/digest.ts";
import { db } from "#lib/data/db.ts";
import { readValues, slugFor, successionsTo, type Clash, type CouncilValues } from "./council-values.ts";

const called: Record<keyof CouncilValues, string> = {
  ...{ name: "whole name", shortName: "what people call it", type: "type", nation: "nation", region: "region" },
  ...{ sizeBand: "size", ruralUrban: "town and country", endedOn: "last day" },
  ...{ predecessors: "councils before it", successors: "councils after it" },
};

/** What a change of a council would come to. */
export interface ChangePlan {
  now: CouncilValues;
  /** What is different, in words. */
  differences: string[];
  /** Its slug afterwards. Null where it clashes. */
  slug: string | null;
  clash: Clash | null;
}

/** Looks at what a change would do, by the rules by which it is made. Null for a council that cannot be changed. */
export async function planChange(id: string, values: CouncilValues | null): Promise<ChangePlan | null> {
  const now = await readValues(db, id);
  if (!now) return null;
  if (!values) return { now, differences: [], slug: null, clash: null };
  const [slug, pairs] = [await slugFor(db, id, values), await successionsTo(db, id, values)];
  const sorted = (one: unknown) => (Array.isArray(one) ? one.toSorted() : one);
  const keys = (Object.keys(called) as (keyof CouncilValues)[]).filter(
    (key) => !isSame(sorted(now[key]), sorted(values[key])),
  );
  const clash = slug.ok ? (pairs.ok ? null : pairs.reason) : slug.reason;
  return { now, differences: keys.map((key) => called[key]), slug: slug.ok ? slug.value : null, clash };
}
