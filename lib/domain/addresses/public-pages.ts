import { groupKeys } from "../listing/groups.ts";
import { pairsOf, parametersOf, type Pair } from "../listing/parameters.ts";
import { listingNames } from "../listing/read.ts";

interface PublicPage {
  path: RegExp;
  /** The parameters that change what the page shows. */
  reads: readonly string[];
}

/** Every page that is the same for everybody until something public changes. */
const publicPages: readonly PublicPage[] = [
  { path: /^\/case-studies$/, reads: listingNames },
  { path: /^\/(?:councils|suggestions)$/, reads: ["q"] },
  { path: /^\/(?:case-studies|topics|support-types|councils|collections)\/[^/.]+$/, reads: [] },
  { path: /^\/(?:topics|support-types|collections)?$/, reads: [] },
  { path: /^\/(?:about|accessibility|api|contact|cookies|privacy|submit)$/, reads: [] },
];

/** Files that belong to the pages, and are the same for as long as a build is served. */
const files = /^\/(?:_next\/static\/|js\/|icon\.svg$)/;

/** Whether an address names a file that stays what it is. */
export const isLastingFile = (address: string): boolean => files.test(address);

/**
 * One name for all addresses that show the same public page: in one order, each choice once, without tracking. Null where the
 * page is not a public one, or the address says something that it does not read.
 */
export function publicPageKey(path: string, query: string): string | null {
  if (isLastingFile(path)) return path;
  const page = publicPages.find((one) => one.path.test(path));
  if (!page) return null;
  const pairs = pairsOf(parametersOf(query)).filter(([, value]) => value !== "");
  if (!pairs.every(([name]) => page.reads.includes(name))) return null;
  const key = new URLSearchParams(inOneOrder(pairs)).toString();
  return key ? `${path}?${key}` : path;
}

/** The order of choices says nothing; that of words does. */
function inOneOrder(pairs: readonly Pair[]): string[][] {
  // Of what is said twice the first counts; a map keeps what was set last.
  const places = new Map(pairs.map((pair, place) => [pair.join("\0"), { pair, place }] as const).toReversed());
  return [...places.values()]
    .toSorted((one, two) => compare(one.pair[0], two.pair[0]) || orderOf(one, two))
    .map(({ pair }) => [...pair]);
}

type Placed = { pair: Pair; place: number };
const isChoice = (name: string) => (groupKeys as readonly string[]).includes(name);
const orderOf = (one: Placed, two: Placed) =>
  isChoice(one.pair[0]) ? compare(one.pair[1], two.pair[1]) : one.place - two.place;
const compare = (one: string, two: string) => (one < two ? -1 : one > two ? 1 : 0);

/**
 * What a browser may fetch before somebody follows a link to it: public pages, once the pointer rests on the link. Not a search
 * and not what a search found, as what is fetched in advance is not counted as looked for or opened.
 */
export const speculationRules = {
  prefetch: [
    {
      where: {
        and: [
          {
            href_matches: [
              ...["/", "/case-studies", "/case-studies\\?*", "/case-studies/:slug", "/topics", "/topics/:slug"],
              ...[
                "/support-types",
                "/support-types/:slug",
                "/councils",
                "/councils/:slug",
                "/collections",
                "/collections/:slug",
              ],
              ...["/about", "/contact", "/submit"],
            ],
          },
          { not: { href_matches: ["/*\\?*q=*", "/*/*.*"] } },
          { not: { selector_matches: "[data-found] a" } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};
