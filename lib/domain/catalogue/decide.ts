import { ok, refuse, type Result } from "../result.ts";
import { slugOf } from "../slug.ts";
import { lengthOf, oneLine } from "../template/text.ts";
import { childrenOf, findTerm, standingFor, type Fields, type Patch, type TermRow, type Terms } from "./terms.ts";

/** What an editor wants of a list. */
export type Wish =
  | { do: "add"; name: string; under: string | null }
  | { do: "rename"; id: string; name: string }
  | { do: "move"; id: string; under: string | null }
  | { do: "up" | "down" | "retire" | "bringBack"; id: string }
  | { do: "merge"; id: string; into: string };

export type WishKind = Wish["do"];

/** Why a list stays as it is. `about` is the name of the row that stands in the way. */
export interface TermRefusal {
  why:
    | "gone"
    | "merged-meanwhile"
    | "name-missing"
    | "name-too-long"
    | "name-without-letters"
    | "name-taken"
    | "name-of-retired"
    | "name-of-merged"
    | "unchanged"
    | "no-such-place"
    | "place-retired"
    | "place-not-on-top"
    | "has-others-within"
    | "at-the-end"
    | "within-still-offered"
    | "not-retired"
    | "no-such-other"
    | "other-retired"
    | "other-within"
    | "other-not-on-top";
  about?: string;
}

export const longestName = 80;

/**
 * Whether a list can be changed as wished, and what that writes.
 *
 * @param at when, ISO 8601
 */
export function decideTerms(rows: Terms, wish: Wish, at: string): Result<Patch, TermRefusal> {
  if (wish.do === "add") return add(rows, wish);
  const row = findTerm(rows, wish.id);
  if (!row) return refuse({ why: "gone" });
  if (row.mergedIntoId !== null)
    return refuse({ why: "merged-meanwhile", about: standingFor(rows, row.id)?.name ?? row.name });
  switch (wish.do) {
    case "rename":
      return rename(rows, row, wish.name);
    case "move":
      return move(rows, row, wish.under);
    case "up":
    case "down":
      return swap(rows, row, wish.do);
    case "retire":
      return retire(rows, row, at);
    case "bringBack":
      return bringBack(rows, row);
    case "merge":
      return merge(rows, row, wish.into, at);
  }
}

function add(rows: Terms, { name: typed, under }: { name: string; under: string | null }): Result<Patch, TermRefusal> {
  const named = readName(rows, typed, null);
  if (!named.ok) return named;
  const place = placeUnder(rows, under);
  if (!place.ok) return place;
  const { name, slug } = named.value;
  const id = freeId(rows, slug);
  const blank = { oldNumber: null, retiredAt: null, mergedIntoId: null };
  const row: TermRow = { id, slug, name, parentId: under, position: nextPosition(rows), ...blank };
  return ok({ [id]: { before: null, after: row } });
}

function rename(rows: Terms, row: TermRow, typed: string): Result<Patch, TermRefusal> {
  const named = readName(rows, typed, row.id);
  return named.ok ? write(row, named.value) : named;
}

function move(rows: Terms, row: TermRow, under: string | null): Result<Patch, TermRefusal> {
  if (row.parentId === under) return refuse({ why: "unchanged" });
  if (under !== null && childrenOf(rows, row.id).length) return refuse({ why: "has-others-within", about: row.name });
  if (under === row.id) return refuse({ why: "no-such-place" });
  const place = placeUnder(rows, under);
  return place.ok ? write(row, { parentId: under, position: nextPosition(rows) }) : place;
}

/** Changes places with the one before or after it. */
function swap(rows: Terms, row: TermRow, way: "up" | "down"): Result<Patch, TermRefusal> {
  const beside = childrenOf(rows, row.parentId);
  const other = beside[beside.indexOf(row) + (way === "up" ? -1 : 1)];
  if (!other) return refuse({ why: "at-the-end" });
  return ok({ ...patchOf(row, { position: other.position }), ...patchOf(other, { position: row.position }) });
}

function retire(rows: Terms, row: TermRow, at: string): Result<Patch, TermRefusal> {
  if (row.retiredAt !== null) return refuse({ why: "unchanged" });
  const within = childrenOf(rows, row.id).find(({ retiredAt }) => retiredAt === null);
  if (within) return refuse({ why: "within-still-offered", about: within.name });
  return write(row, { retiredAt: at });
}

function bringBack(rows: Terms, row: TermRow): Result<Patch, TermRefusal> {
  if (row.retiredAt === null) return refuse({ why: "not-retired" });
  const parent = findTerm(rows, row.parentId);
  if (parent && parent.retiredAt !== null) return refuse({ why: "place-retired", about: parent.name });
  return write(row, { retiredAt: null });
}

/** What lies within goes along, where the other has room for it. */
function merge(rows: Terms, row: TermRow, into: string, at: string): Result<Patch, TermRefusal> {
  const other = findTerm(rows, into);
  if (!other || other.id === row.id || other.mergedIntoId !== null) return refuse({ why: "no-such-other" });
  if (other.retiredAt !== null) return refuse({ why: "other-retired", about: other.name });
  const within = childrenOf(rows, row.id);
  if (within.includes(other)) return refuse({ why: "other-within", about: other.name });
  if (within.length && other.parentId !== null) return refuse({ why: "other-not-on-top", about: other.name });
  const gone = patchOf(row, { mergedIntoId: other.id, retiredAt: row.retiredAt ?? at });
  return ok(within.reduce((patch, child) => ({ ...patch, ...patchOf(child, { parentId: other.id }) }), gone));
}

function placeUnder(rows: Terms, under: string | null): Result<null, TermRefusal> {
  if (under === null) return ok(null);
  const parent = findTerm(rows, under);
  if (!parent || parent.mergedIntoId !== null) return refuse({ why: "no-such-place" });
  if (parent.parentId !== null) return refuse({ why: "place-not-on-top", about: parent.name });
  return parent.retiredAt === null ? ok(null) : refuse({ why: "place-retired", about: parent.name });
}

/** A name with the slug that follows it, if no other row has that. */
function readName(rows: Terms, typed: string, own: string | null): Result<{ name: string; slug: string }, TermRefusal> {
  const name = oneLine(typed);
  if (!name) return refuse({ why: "name-missing" });
  if (lengthOf(name) > longestName) return refuse({ why: "name-too-long" });
  const slug = slugOf(name);
  if (!/[a-z0-9]/i.test(name.normalize("NFKD"))) return refuse({ why: "name-without-letters" });
  const owner = rows.find((row) => row.slug === slug && row.id !== own);
  if (!owner) return ok({ name, slug });
  const why = owner.mergedIntoId ? "name-of-merged" : owner.retiredAt ? "name-of-retired" : "name-taken";
  return refuse({ why, about: owner.name });
}

/** The slug, unless something had that for its first. */
function freeId(rows: Terms, slug: string): string {
  const taken = new Set(rows.map(({ id }) => id));
  let id = slug;
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
  return id;
}

const nextPosition = (rows: Terms) => Math.max(-1, ...rows.map(({ position }) => position)) + 1;

function write(row: TermRow, after: Fields): Result<Patch, TermRefusal> {
  const patch = patchOf(row, after);
  return patch[row.id] ? ok(patch) : refuse({ why: "unchanged" });
}

/** Only what differs is part of a change, so that another can change the rest. */
function patchOf(row: TermRow, wanted: Fields): Patch {
  const fields = (Object.keys(wanted) as (keyof TermRow)[]).filter((field) => row[field] !== wanted[field]);
  if (!fields.length) return {};
  const pick = (from: Fields) => Object.fromEntries(fields.map((field) => [field, from[field]])) as Fields;
  return { [row.id]: { before: pick(row), after: pick(wanted) } };
}
