import type { Catalogue, GroupKey, Term } from "./groups.ts";
import { cleanPair, type Pair } from "./parameters.ts";
import type { Sort } from "./query.ts";

/*
 * The directory this one was modelled on wrote its addresses as `keys=…&topic[2452]=2452&subject[2603]=2603`,
 * with `sort_by` and `sort_order` and pages counted from 0. People have kept such links, some encoded twice.
 */

const oldSorts: { like: RegExp; sort: Sort; orders: Record<string, Sort> }[] = [
  { like: /title/i, sort: "title", orders: { ASC: "title" } },
  { like: /date|created|changed|published/i, sort: "newest", orders: { ASC: "oldest", DESC: "newest" } },
  { like: /relevance|score/i, sort: "relevance", orders: { DESC: "relevance" } },
];
const choice = /^(topic|subject)\[[^\]]*\]$/;

export interface Translation {
  pairs: Pair[];
  /** Whether anything was written the old way, so that the reader should be sent to the new address. */
  wasOld: boolean;
}

/** Rewrites parameters of the old shape as ours. What it cannot place keeps its old name, so that it is reported. */
export function translateOld(pairs: readonly Pair[], catalogue: Catalogue): Translation {
  const hasOld = (some: readonly Pair[]) => some.some(([name, value]) => isOld(name, value, catalogue));
  const isTwice =
    pairs.some(([name]) => /%5b/i.test(name)) ||
    (hasOld(pairs) && pairs.some(([, value]) => /%[0-9a-f]{2}/i.test(value)));
  const once = isTwice ? pairs.map(decode) : pairs;
  if (!hasOld(once)) return { pairs: [...pairs], wasOld: false };

  const first = (...wanted: string[]) => once.find(([name, value]) => wanted.includes(name) && value)?.[1] ?? "";
  const sort = {
    by: first("sort_by"),
    order: first("sort_order").toUpperCase(),
    hasWords: first("keys", "q") !== "",
  };
  return { wasOld: true, pairs: once.flatMap((pair) => translate(pair, sort, catalogue)) };
}

/** One pair of an address that was encoded twice. What cannot be decoded stays as it is. */
function decode(pair: Pair): Pair {
  try {
    const [name, value] = pair.map((part) => decodeURIComponent(part.replaceAll("+", " ")));
    return cleanPair([name ?? "", value ?? ""]);
  } catch {
    return pair;
  }
}

function isOld(name: string, value: string, catalogue: Catalogue): boolean {
  if (["keys", "sort_by", "sort_order"].includes(name) || choice.test(name)) return true;
  return (name === "page" && value === "0") || (name === "topic" && slugOfNumber(catalogue, "topic", value) !== null);
}

interface OldSort {
  by: string;
  order: string;
  hasWords: boolean;
}

function translate([name, value]: Pair, sort: OldSort, catalogue: Catalogue): Pair[] {
  if (name === "keys") return [["q", value]];
  if (name === "sort_by") return sortOf(value, sort, name);
  if (name === "sort_order") return orderCounts(value, sort) ? [] : [[name, value]];
  if (name === "page") return [["page", /^\d{1,7}$/.test(value) ? String(Number(value) + 1) : value]];

  const group =
    name === "topic" || name.startsWith("topic[") ? "topic" : name.startsWith("subject[") ? "support" : null;
  const slug = group && slugOfNumber(catalogue, group, value);
  return group && slug ? [[group, slug]] : [[choice.test(name) ? (group ?? name) : name, value]];
}

/** An old list without words was sorted by relevance all the same; ours then has nothing to sort by. */
function sortOf(value: string, { order, hasWords }: OldSort, name: string): Pair[] {
  const old = oldSorts.find(({ like }) => like.test(value));
  if (!old) return [[name, value]];
  return old.sort === "relevance" && !hasWords ? [] : [["sort", old.orders[order] ?? old.sort]];
}

/** Whether an order goes with its sort. Titles from Z to A, say, are not to be had, and the reader is told. */
function orderCounts(value: string, sort: OldSort): boolean {
  const old = oldSorts.find(({ like }) => like.test(sort.by));
  return value.toUpperCase() === sort.order && old?.orders[sort.order] !== undefined;
}

function slugOfNumber(catalogue: Catalogue, group: GroupKey, value: string): string | null {
  if (!/^\d{1,9}$/.test(value)) return null;
  const number = Number(value);
  const had = ({ oldNumber, formerNumbers }: Term) => oldNumber === number || formerNumbers?.includes(number);
  return catalogue[group].find(had)?.slug ?? null;
}
