import { z } from "zod";
import { oneLine, yearAndMonth } from "../template/text.ts";
import { ancestorsOf, groupKeys, termMeant, type Catalogue, type GroupKey } from "./groups.ts";
import { inOrder, readOne } from "./one-value.ts";
import { translateOld } from "./old-addresses.ts";
import { pairsOf, type Pair, type Parameters } from "./parameters.ts";
import { canSort, defaultSort, everything, sorts, type ListingQuery, type Sort } from "./query.ts";
import { councilsTyped } from "./typed/councils.ts";
import { readMonths } from "./typed/months.ts";

/** What an address asked for that could not be understood. Only names of ours are repeated to the reader. */
export interface Ignored {
  names: string[];
  others: number;
}

/** What is typed into fields by hand. */
export const typedNames = ["like", "from", "to"] as const;

/** What was typed into a field and could not be read, so that it can stand there still. */
export type Unread = Partial<Record<(typeof typedNames)[number], string>>;

/** What an address says. `moved` is true for one of the old shape or with a former slug, whose reader belongs at the canonical one. */
export interface Reading {
  query: ListingQuery;
  ignored: Ignored;
  unread: Unread;
  moved: boolean;
}

/** Characters of a search that are read. */
export const longestSearch = 10_000;
const longestTyped = 100;
/** The parameters that a listing reads. */
export const listingNames: readonly string[] = ["q", ...groupKeys, "like", "from", "to", "sort", "page"];
const month = z.string().regex(yearAndMonth);
const page = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
const sort = z.enum(sorts.map(({ key }) => key));

/**
 * Reads any address at all as a listing query, and says what it could not use.
 *
 * @param parameters from the address, already decoded once
 * @param catalogue what can be chosen at present
 * @param exactly whether months count only as they are kept, the earlier first: for programs, which are told of mistakes
 */
export function readListing(parameters: Parameters, catalogue: Catalogue, exactly = false): Reading {
  const { pairs: all, wasOld } = translateOld(pairsOf(parameters), catalogue);
  const sent = all.filter(([, value]) => value !== "");
  const pairs = sent.map((pair) => atPresent(pair, catalogue));
  const wasFormer = pairs.some(([, value], index) => value !== sent[index]?.[1]);
  const report = new Set<string>();
  const valuesOf = (name: string) => [...new Set(pairs.filter(([given]) => given === name).map(([, value]) => value))];
  const one = <Value>(name: string, schema: z.ZodType<Value, string>) =>
    readOne(valuesOf(name), schema, () => report.add(name));

  const choices = Object.fromEntries(
    groupKeys.map((key) => [key, readChoices(key, valuesOf(key), catalogue, () => report.add(key))]),
  );
  const q = readWords(valuesOf("q"), () => report.add("q"));
  const [from, to] = exactly
    ? inOrder(one("from", month), one("to", month), () => report.add("from").add("to"))
    : readMonths(one);
  const like = readCouncil(valuesOf("like"), catalogue, () => report.add("like"));
  const query = {
    ...everything,
    ...choices,
    q,
    like,
    from,
    to,
    sort: readSort(one("sort", sort), { q, like }, () => report.add("sort")),
    page: one("page", page) ?? 1,
  };
  const ignored = { names: listingNames.filter((name) => report.has(name)), others: countUnknown(pairs) };
  const unread = Object.fromEntries(
    typedNames.flatMap((name) =>
      (query[name] === null ? valuesOf(name).slice(0, 1) : []).map((text) => [name, cut(text)]),
    ),
  );
  return { query, ignored, unread, moved: (wasOld || wasFormer) && !ignoresAnything(ignored) };
}

/** A choice by the slug it has by now, where it is named by one that leads to it. */
function atPresent([name, value]: Pair, catalogue: Catalogue): Pair {
  const group = name === "like" ? "council" : groupKeys.find((key) => key === name);
  return [name, (group && termMeant(catalogue[group], value)?.slug) ?? value];
}

export const ignoresAnything = (ignored: Ignored) => ignored.names.length > 0 || ignored.others > 0;

/** Choices that exist, once each. A chosen topic's ancestors are left out: the narrower choice is the one that counts. */
function readChoices(key: GroupKey, values: string[], catalogue: Catalogue, report: () => void): string[] {
  const terms = catalogue[key];
  const known = values.filter((value) => terms.some(({ slug }) => slug === value));
  if (known.length < values.length) report();
  const implied = new Set(known.flatMap((slug) => ancestorsOf(terms, slug)));
  return known.filter((slug) => !implied.has(slug)).toSorted();
}

const cut = (text: string) => [...oneLine(text)].slice(0, longestTyped).join("");

function readWords(values: string[], report: () => void): string {
  const words = oneLine(values.join(" "));
  const characters = [...words];
  if (characters.length <= longestSearch) return words;
  report();
  return characters.slice(0, longestSearch).join("").trim();
}

/** A council by its slug, or by the name that somebody typed into a form. */
function readCouncil(values: string[], { council }: Catalogue, report: () => void): string | null {
  const read = councilsTyped(values, council);
  const known = read.find((found) => found !== undefined);
  if (values.length > 1 || read.includes(undefined)) report();
  return known?.slug ?? null;
}

function readSort(given: Sort | null, wanted: Pick<ListingQuery, "q" | "like">, report: () => void): Sort {
  if (given !== null && canSort(given, wanted)) return given;
  if (given !== null) report();
  return defaultSort(wanted);
}

const countUnknown = (pairs: Pair[]) =>
  new Set(pairs.map(([name]) => name).filter((name) => !listingNames.includes(name))).size;
