import { councilMeant, whichCouncil } from "#lib/domain/council-names.ts";
import { councilTypes, placeOf, places, ruralUrbanKinds, sizeBands } from "#lib/domain/councils.ts";
import { charactersOrFewer, lengthOf, oneLine } from "#lib/domain/template/text.ts";
import { readDay } from "./day.ts";

type Councils = Parameters<typeof councilMeant>[1];

/** The boxes of the form about a council, in its order. Councils are names, one a line. */
export const councilFields = [
  ...([
    "name",
    "shortName",
    "type",
    "place",
    "sizeBand",
    "ruralUrban",
    "endedOn",
    "predecessors",
    "successors",
  ] as const),
];
export type CouncilField = (typeof councilFields)[number];
export type TypedCouncil = Record<CouncilField, string>;

/** What the form says, once everything in it can be used. Councils are ids. */
export interface ReadCouncil {
  name: string;
  shortName: string;
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
  endedOn: string | null;
  predecessors: string[];
  successors: string[];
}

export const longestCouncilName = 120;

type Errors = Partial<Record<CouncilField, string>>;

/** Reads the form about a council. @returns what is wrong with it by field, or what it says */
export function readCouncil(typed: TypedCouncil, councils: Councils): { errors: Errors; values: ReadCouncil | null } {
  const [name, shortName] = [oneLine(typed.name), oneLine(typed.shortName)];
  const place = placeOf(typed.place);
  const [before, after] = [readNames(typed.predecessors, councils), readNames(typed.successors, councils)];
  const endedOn = typed.endedOn ? readDay(typed.endedOn) : null;
  const errors = onlySaid({
    name: nameError(name, "Enter its whole name"),
    shortName: nameError(shortName, "Enter what people call it"),
    type: isOne(councilTypes, typed.type) ? "" : "Choose its type",
    place: place && isOne(places, typed.place) ? "" : "Choose where it is",
    sizeBand: !typed.sizeBand || isOne(sizeBands, typed.sizeBand) ? "" : "Choose a size from the list",
    ruralUrban: !typed.ruralUrban || isOne(ruralUrbanKinds, typed.ruralUrban) ? "" : "Choose a mix from the list",
    endedOn: typed.endedOn && !endedOn ? dayWords : "",
    predecessors: before.error,
    successors: after.error,
  });
  if (!place || Object.keys(errors).length) return { errors, values: null };
  const fields = { name, shortName, type: typed.type, ...place, endedOn };
  const traits = { sizeBand: typed.sizeBand || null, ruralUrban: typed.ruralUrban || null };
  return { errors, values: { ...fields, ...traits, predecessors: before.ids, successors: after.ids } };
}

export const dayWords = "Enter a day that there is, such as 31 March 2027";

/** Names of councils, one a line, as ids; and what to say of the first that is the name of none. */
export function readNames(typed: string, councils: Councils): { ids: string[]; error: string } {
  const names = typed.split(/\r?\n/).map(oneLine).filter(Boolean);
  const unknown = names.find((one) => !councilMeant(one, councils));
  const ids = names.flatMap((one) => councilMeant(one, councils) ?? []);
  return { ids: [...new Set(ids)], error: unknown === undefined ? "" : whichCouncil(unknown, councils) };
}

const isOne = (terms: readonly { slug: string }[], asked: string) => terms.some(({ slug }) => slug === asked);
const nameError = (text: string, missing: string) =>
  !text ? missing : lengthOf(text) > longestCouncilName ? `It must be ${charactersOrFewer(longestCouncilName)}` : "";
const onlySaid = (said: Record<CouncilField, string>): Errors =>
  Object.fromEntries(Object.entries(said).filter(([, message]) => message));
