import { councilMeant, plainName, whichCouncil } from "../../council-names.ts";
import { distanceWithin } from "../../word/distance.ts";
import { shown } from "../findings.ts";
import { answered, refused, type Read } from "./values.ts";

/** Something that can be chosen, by its id, its name or the name in its address. */
export interface Choice {
  id: string;
  slug: string;
  name: string;
}

export interface CouncilChoice extends Choice {
  shortName: string;
  type: string;
  /** Whether it has been replaced by another since. */
  ended: boolean;
  successors: readonly string[];
}

/** What cells choose from. */
export interface Lists {
  topics: readonly Choice[];
  supportTypes: readonly Choice[];
  councils: readonly CouncilChoice[];
}

/** The option that a cell means, by its value or its words. */
export function optionFor(
  options: readonly { value: string; label: string; alone?: string | undefined }[],
  text: string,
): Read {
  const bare = plainName(text);
  const found = options.find(
    ({ value, label, alone }) =>
      value === text || [value, label, alone ?? label].some((name) => plainName(name) === bare),
  );
  if (found) return answered(found.value);
  return refused(text, `Write one of these: ${options.map(({ value }) => value).join(", ")}`);
}

/** The topic or support type that a cell means. */
export function chosen(text: string, choices: readonly Choice[], label: string): Read {
  const found = choiceNamed(text, choices);
  if (found) return answered(found.id);
  const bare = plainName(text);
  const near = choices.find(({ name }) => bare.length > 3 && distanceWithin(plainName(name), bare, 2));
  const hint = near ? `. Did it mean ${near.name}?` : "";
  return refused(text, `Write a name from the list of ${label.toLowerCase()}; “${shown(text)}” is none${hint}`);
}

/** What goes by a name, an id or an address name. Null for none. */
export function choiceNamed(text: string, choices: readonly Choice[]): Choice | null {
  const bare = plainName(text);
  const known = choices.find(({ id, slug }) => id === text || slug === text);
  return known ?? choices.find(({ name }) => plainName(name) === bare) ?? null;
}

/** The council that a cell means. A name that a council has now goes before one that it had. */
export function councilFor(text: string, councils: readonly CouncilChoice[]): Read {
  const bySlug = councils.find(({ id, slug }) => id === text || slug === text);
  const living = councils.filter(({ ended }) => !ended);
  const id = bySlug?.id ?? councilMeant(text, living) ?? councilMeant(text, councils);
  return id ? answered(id) : refused(text, whichCouncil(text, councils));
}
