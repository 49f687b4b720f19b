import { standingFor, type Patch, type Terms } from "./terms.ts";

/** Addresses that rows of a list had: slug to id. */
export type Former = ReadonlyMap<string, string>;

/**
 * The former addresses once a change is made: what a row was called leads to it, and what a row is called leads nowhere else.
 *
 * @param back what an undone change had taken from others, which they get back
 */
export function formerAfter(former: Former, patch: Patch, back: Former = new Map()): Map<string, string> {
  const after = new Map(former);
  const changed = Object.entries(patch).filter(([, change]) => change.before?.slug !== change.after?.slug);
  for (const [id, change] of changed) if (change.before?.slug && change.after) after.set(change.before.slug, id);
  for (const [slug, id] of back) after.set(slug, id);
  for (const [, change] of changed) if (change.after?.slug) after.delete(change.after.slug);
  return after;
}

/** What a change takes from others: former addresses that become a row's own. */
export const takenBy = (former: Former, patch: Patch): Map<string, string> =>
  new Map(
    Object.values(patch).flatMap(({ before, after }) => {
      const slug = after?.slug;
      const id = slug && slug !== before?.slug ? former.get(slug) : undefined;
      return slug && id ? [[slug, id] as const] : [];
    }),
  );

/** Where every address of a list leads: a slug to the slug of the row that stands for it. The living one wins. */
export function leadsTo(rows: Terms, former: Former): Map<string, string> {
  const led = new Map<string, string>();
  const note = (slug: string, id: string) => {
    const end = standingFor(rows, id);
    if (end) led.set(slug, end.slug);
  };
  for (const [slug, id] of former) note(slug, id);
  for (const row of rows) note(row.slug, row.id);
  return led;
}

/** Addresses that lead elsewhere after a change than before it. Null for nowhere. */
export function movedAddresses(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((slug) => ({ slug, from: before.get(slug) ?? null, to: after.get(slug) ?? null }))
    .filter(({ from, to }) => from !== to)
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}
