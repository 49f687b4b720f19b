import { pathOf, readCollection } from "#lib/data/catalogue/collections/collections.ts";
import { canLeadTo, endOf } from "#lib/data/directory/redirects.ts";
import { pathHere } from "#lib/domain/addresses/same-site-path.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import type { Queries } from "#lib/data/db.ts";
import { readEnv } from "#lib/ops/env.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { writeNoted, type Person } from "./note-collection.ts";

interface Request {
  id: string;
  /** Where its readers are sent: a path of ours. "" for nowhere, and its page says that it is gone. */
  leadsTo: string;
  actor: Person;
  now?: Date;
}

/** Takes a collection from its readers: its page, its filter and its place in lists. What it holds stays, for bringing it back. */
export async function retireCollection({
  id,
  leadsTo,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ name: string }, "not-allowed" | "gone" | "leads-nowhere">> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return changeCatalogue(async (tx) => {
    const before = await readCollection(tx, id);
    if (!before || before.retiredAt) return refuse("gone");
    const target = leadsTo ? await placeFor(tx, leadsTo, before.slug) : null;
    if (leadsTo && !target) return refuse("leads-nowhere");
    const values = { retiredAt: now.toISOString(), leadsTo: target };
    const touched = await writeNoted(tx, before, { id, kind: "retire", values, actor, now });
    return ok({ value: { name: before.name }, touched });
  });
}

/** Where readers of a retired collection can be sent: a path of ours that does not come back to it. Null for anything else. */
export async function placeFor(tx: Queries, leadsTo: string, slug: string): Promise<string | null> {
  const path = pathHere(leadsTo, readEnv().PUBLIC_URL);
  if (!path) return null;
  const comesBack = (await endOf(tx, path)).split(/[?#]/, 1)[0] === pathOf(slug);
  return !comesBack && (await canLeadTo(tx, path, nobody)) ? path : null;
}

/** No case study: nothing leads back to it. */
const nobody = { id: "00000000-0000-0000-0000-000000000000", slug: null };

/** Gives a retired collection back to its readers, at its address and with what it held. */
export async function bringBackCollection({
  id,
  actor,
  now = new Date(),
}: Omit<Request, "leadsTo">): Promise<Result<{ name: string }, "not-allowed" | "gone">> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return changeCatalogue(async (tx) => {
    const before = await readCollection(tx, id);
    if (!before) return refuse("gone");
    const values = { retiredAt: null, leadsTo: null };
    const touched = await writeNoted(tx, before, { id, kind: "bring-back", values, actor, now });
    return ok({ value: { name: before.name }, touched });
  });
}
