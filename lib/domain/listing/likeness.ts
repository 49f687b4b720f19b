import { councilTypeName, regionName, regionSlug, ruralUrbanName, sizeBandName } from "../councils.ts";

/** What two councils can have in common. Null where it is not known. */
export interface Traits {
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
}

/** How many of the four traits two councils must share for one to be like the other. */
const enough = 2;

type Trait = (council: Traits) => string | null;

const traits: { of: Trait; word: (council: Traits) => string | null }[] = [
  { of: ({ type }) => type, word: ({ type }) => decapitalised(councilTypeName(type)) },
  { of: regionOf, word: (council) => regionName(regionOf(council)) },
  { of: ({ sizeBand }) => sizeBandName(sizeBand), word: () => "similar size" },
  {
    of: ({ ruralUrban }) => ruralUrbanName(ruralUrban),
    word: ({ ruralUrban }) => decapitalised(ruralUrbanName(ruralUrban)),
  },
];

/** What two councils share, in words: "district", "South East", "similar size". What is not known is not shared. */
function sharedTraits(council: Traits, other: Traits): string[] {
  return traits.flatMap(({ of, word }) =>
    of(council) !== null && of(council) === of(other) ? (word(council) ?? []) : [],
  );
}

/** The councils that are like one, with what they share with it. It is not like itself. */
export function councilsLikeOne<Council extends Traits & { slug: string }>(
  one: Council,
  councils: readonly Council[],
): { slug: string; shared: string[] }[] {
  return councils
    .filter(({ slug }) => slug !== one.slug)
    .map((council) => ({ slug: council.slug, shared: sharedTraits(one, council) }))
    .filter(({ shared }) => shared.length >= enough);
}

function regionOf({ nation, region }: Traits): string | null {
  return regionSlug(nation, region);
}

// Kinds of council named after a nation or after London keep their capital.
const decapitalised = (name: string | null) =>
  name && /^(London|Scottish|Welsh|Northern)/.test(name) ? name : (name?.toLowerCase() ?? null);
