import type { CouncilValues } from "#lib/commands/catalogue/councils/council-values.ts";
import { councilFields, type TypedCouncil } from "#lib/domain/catalogue/councils/council-form.ts";
import { places, regionSlug } from "#lib/domain/councils.ts";

/** What was typed into the form about a council, by field. @param read gives a field's text, "" for none */
export const typedIn = (read: (name: string) => string): TypedCouncil =>
  Object.fromEntries(councilFields.map((field) => [field, read(field)])) as TypedCouncil;

/** What the form says of a council as it is. @param nameOf gives the name of a council by its id */
export function asTyped(values: CouncilValues, nameOf: (id: string) => string): TypedCouncil {
  const place = regionSlug(values.nation, values.region) ?? "england";
  return {
    ...{ name: values.name, shortName: values.shortName, type: values.type, endedOn: values.endedOn ?? "" },
    place: places.some(({ slug }) => slug === place) ? place : "",
    ...{ sizeBand: values.sizeBand ?? "", ruralUrban: values.ruralUrban ?? "" },
    predecessors: values.predecessors.map(nameOf).join("\n"),
    successors: values.successors.map(nameOf).join("\n"),
  };
}
