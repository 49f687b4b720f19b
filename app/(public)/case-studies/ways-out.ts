import type { ComponentProps } from "react";
import type { Empty } from "#components/listing/results/empty.tsx";
import { countTotal, listCards } from "#lib/data/directory/listings.ts";
import { suggest } from "#lib/data/search/suggest.ts";
import { stepsBack, type Chip } from "#lib/domain/listing/chips.ts";
import {
  canSort,
  defaultSort,
  everything,
  hasFilters,
  unfiltered,
  type ListingQuery,
} from "#lib/domain/listing/query.ts";
import { withoutSigns } from "#lib/domain/search/asked.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { cardsFrom } from "../cards.ts";

const mostSteps = 3;
/** As much as the page of suggestions reads. */
const longestBeginning = 100;

/** What leads on from an empty list. @param chips the filters in force */
export async function readWaysOut(
  query: ListingQuery,
  chips: readonly Chip[],
  { exact }: { exact: boolean },
): Promise<ComponentProps<typeof Empty>> {
  const dropped = chips.map(({ name, rest }) => ({ name: `without “${name}”`, rest }));
  const small = await helpful([...looserThan(query, exact), ...dropped]);
  const [near, ways, suggested] = await Promise.all([
    nearTo(query),
    small.length ? small : largerSteps(query),
    query.q ? suggest(readText(query.q, longestBeginning)) : [],
  ]);
  return { query, ways, restart: !small.length && hasFilters(query), near, suggested: suggested.length > 0 };
}

/** Those that would show something, with how much. */
async function helpful(ways: readonly Chip[]) {
  const counted = await Promise.all(ways.map(async (way) => ({ ...way, total: await countTotal(way.rest) })));
  return counted.filter(({ total }) => total > 0);
}

/** What to let go of in the words themselves: their quotes and minus signs, or, beside filters, all of them. */
function looserThan(query: ListingQuery, exact: boolean): Chip[] {
  const plainer = { ...query, q: withoutSigns(query.q), page: 1 };
  const wordless = { ...query, q: "", page: 1 };
  const sort = canSort(query.sort, wordless) ? query.sort : defaultSort(wordless);
  return [
    ...(exact && plainer.q ? [{ name: "without the quotes and minus signs", rest: plainer }] : []),
    ...(query.q && hasFilters(query) ? [{ name: `without the words “${query.q}”`, rest: { ...wordless, sort } }] : []),
  ];
}

/** The largest of what is left without one or two kinds of filters, and the words alone. */
async function largerSteps(query: ListingQuery) {
  if (!hasFilters(query)) return [];
  const wordsAlone = { name: `with the words “${query.q}” alone`, rest: unfiltered(query) };
  const [steps, alone] = await Promise.all([helpful(stepsBack(query)), helpful(query.q ? [wordsAlone] : [])]);
  const known = new Set(alone.map(({ rest }) => paths.listing(rest)));
  const others = steps.filter(({ rest }) => !known.has(paths.listing(rest)));
  return [...others.toSorted((a, b) => b.total - a.total).slice(0, mostSteps), ...alone];
}

/** The best that the words find by themselves, where filters keep everything away. */
async function nearTo(query: ListingQuery) {
  const wordsAlone: ListingQuery = { ...everything, q: query.q, sort: "relevance" };
  return query.q && hasFilters(query) ? cardsFrom(await listCards(wordsAlone, 3)) : [];
}
