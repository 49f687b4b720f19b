import type { Term } from "./listing/groups.ts";

const england = [
  "East Midlands",
  "East of England",
  "London",
  "North East",
  "North West",
  "South East",
  "South West",
  "West Midlands",
  "Yorkshire and the Humber",
];
const nations = ["Northern Ireland", "Scotland", "Wales"];

/** The regions of England and the other nations: the same list a resident would name. */
export const regions: readonly Term[] = [...england, ...nations].map((name) => ({
  name,
  slug: name.toLowerCase().replaceAll(" ", "-"),
}));

export const regionSlug = (nation: string, region: string | null) =>
  regions.find(({ name }) => name === (region ?? nation))?.slug ?? null;
export const regionName = (slug: string | null) => regions.find((region) => region.slug === slug)?.name ?? null;

/** Kinds of council, in the words councils use of themselves. */
export const councilTypes: readonly Term[] = [
  { slug: "county", name: "County" },
  { slug: "district", name: "District" },
  { slug: "metropolitan", name: "Metropolitan" },
  { slug: "london-borough", name: "London borough" },
  { slug: "unitary", name: "Unitary" },
  { slug: "scottish", name: "Scottish" },
  { slug: "welsh", name: "Welsh" },
  { slug: "northern-irish", name: "Northern Irish" },
  { slug: "combined-authority", name: "Combined authority" },
  { slug: "fire", name: "Fire" },
  { slug: "national-park", name: "National park" },
];

const many = new Map(
  Object.entries({
    county: "county councils",
    district: "district councils",
    metropolitan: "metropolitan councils",
    "london-borough": "London boroughs",
    unitary: "unitary councils",
    "combined-authority": "combined authorities",
    fire: "fire authorities",
    "national-park": "national park authorities",
  }),
);
/** Councils of one kind, within a sentence. Null for those that are all there are in a nation. */
export const councilsOfType = (slug: string) => many.get(slug) ?? null;

export const councilTypeName = (slug: string | null) => councilTypes.find((type) => type.slug === slug)?.name ?? null;

const nationOf: Record<string, string> = { scottish: "Scotland", welsh: "Wales", "northern-irish": "Northern Ireland" };

/** What kind of council it is and where, in the fewest words: "District · South East", "Wales". */
export function kindOf(type: string | null, region: string | null = null): string {
  const nation = nationOf[type ?? ""];
  return nation ?? [councilTypeName(type), region].filter(Boolean).join(" · ");
}

/** How many people live in its area, the fewest first. */
export const sizeBands: readonly Term[] = [
  { slug: "under-100k", name: "Under 100,000 people" },
  { slug: "100k-200k", name: "100,000 to 200,000 people" },
  { slug: "200k-350k", name: "200,000 to 350,000 people" },
  { slug: "350k-600k", name: "350,000 to 600,000 people" },
  { slug: "over-600k", name: "Over 600,000 people" },
];
export const sizeBandName = (band: string | null) => sizeBands.find(({ slug }) => slug === band)?.name ?? null;

/** How much of its area is town and how much country. */
export const ruralUrbanKinds: readonly Term[] = [
  { slug: "urban", name: "Urban" },
  { slug: "mostly-urban", name: "Mostly urban" },
  { slug: "mixed", name: "Urban and rural" },
  { slug: "mostly-rural", name: "Mostly rural" },
];
export const ruralUrbanName = (kind: string | null) => ruralUrbanKinds.find(({ slug }) => slug === kind)?.name ?? null;

/** Where a council can lie: a region of England, England as a whole, or another nation. */
export const places: readonly Term[] = [...regions, { slug: "england", name: "England, no one region" }];

/** Nation and region of a place, or null for a slug of none. */
export function placeOf(slug: string): { nation: string; region: string | null } | null {
  const name = regionName(slug);
  if (slug === "england") return { nation: "England", region: null };
  if (!name) return null;
  return nations.includes(name) ? { nation: name, region: null } : { nation: "England", region: name };
}
