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

const sizeBands = new Map(
  Object.entries({
    "under-100k": "Under 100,000 people",
    "100k-200k": "100,000 to 200,000 people",
    "200k-350k": "200,000 to 350,000 people",
    "350k-600k": "350,000 to 600,000 people",
    "over-600k": "Over 600,000 people",
  }),
);
export const sizeBandName = (band: string | null) => sizeBands.get(band ?? "") ?? null;

const ruralUrban = new Map(
  Object.entries({
    urban: "Urban",
    "mostly-urban": "Mostly urban",
    mixed: "Urban and rural",
    "mostly-rural": "Mostly rural",
  }),
);
export const ruralUrbanName = (kind: string | null) => ruralUrban.get(kind ?? "") ?? null;
