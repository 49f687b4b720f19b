import { sortKeyOf } from "./slug.ts";

interface Named {
  id: string;
  name: string;
  shortName: string;
  /** Known and not offered: it has ended, or another entry stands for it. It is meant only by its whole name. */
  unlisted?: boolean;
}

/** The councils that may be offered to choose from. */
export const offeredOf = <Council extends { unlisted?: boolean }>(councils: readonly Council[]): Council[] =>
  councils.filter(({ unlisted }) => !unlisted);

/**
 * Finds the council somebody means by what they typed: its name, its short name, or words that only one name holds in that order.
 *
 * @returns its id; null when none or more than one could be meant
 */
export function councilMeant(typed: string, councils: readonly Named[]): string | null {
  const wanted = plainName(typed);
  if (!wanted) return null;
  const listed = offeredOf(councils);
  const exact =
    listed.find((one) => [nameOf(one), shortNameOf(one), one.id].includes(wanted)) ??
    councils.find((one) => one.unlisted && (nameOf(one) === wanted || one.id === typed.trim()));
  if (exact) return exact.id;
  const holding = listed.filter((one) => nameOf(one).includes(wanted));
  return holding.length === 1 ? (holding[0]?.id ?? null) : null;
}

/** Councils whose name holds what was typed, for a choice. */
export const councilsLike = <Council extends Named>(typed: string, councils: readonly Council[]): Council[] =>
  plainName(typed) ? offeredOf(councils).filter((one) => nameOf(one).includes(plainName(typed))) : [];

/** Councils that have every word of what was typed in their name, in any order. Accents and quotes need not be typed. */
export function councilsNamed<Council extends { name: string }>(
  typed: string,
  councils: readonly Council[],
): Council[] {
  const spoken = typed.split(/\s+/).filter((word) => /[^\p{P}]/u.test(word));
  // A word in signs that no council's name is written with is not to be passed over: nothing has it.
  if (!spoken.length || !spoken.every(plainName)) return [];
  const words = withoutArticle(spoken).map(plainName);
  return councils.filter((one) => words.every((word) => nameOf(one).includes(word)));
}

/** Names are compared without their article, so what was typed is too. */
const withoutArticle = ([first = "", ...others]: string[]) =>
  others.length && sortKeyOf(`${first} x`) === "x" ? others : [first, ...others];

/** The one council whose name somebody searched for: all of it, or whole words that no other council has in its name. */
export function councilSearchedFor<Council extends Named>(words: string, councils: readonly Council[]): Council | null {
  const spoken = plainName(words).split(" ");
  const holding = councilsNamed(words, councils).filter((one) => {
    const own = nameOf(one).split(" ");
    return spoken.every((word) => own.includes(word));
  });
  const id = councilMeant(words, holding) ?? (holding.length === 1 ? holding[0]?.id : null);
  return holding.find((council) => council.id === id) ?? null;
}

/** What to say to somebody whose words name no council, or several. */
export function whichCouncil(typed: string, councils: readonly Named[]): string {
  const like = councilsLike(typed, councils).map(({ name }) => name);
  if (like.length > 1 && like.length <= 6)
    return `Choose one council: ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(like)}`;
  const said = `“${[...typed].slice(0, 60).join("")}”`;
  if (like.length > 6) return `Choose one council: ${like.length} have ${said} in their name. Type more of it`;
  return `Choose one council: ${said} is not the name of one`;
}

/** A name as names are compared: small letters and figures, without accents, signs or a leading article. */
export const plainName = (text: string) =>
  sortKeyOf(text.replaceAll("&", " and "))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Makes what gives a name of a council plain. Each is made so once, however many words are held against it. */
function plainOnce<Part extends string>(part: Part): (council: Readonly<Record<Part, string>>) => string {
  const known = new WeakMap<object, string>();
  return (council) => {
    const plain = known.get(council) ?? plainName(council[part]);
    known.set(council, plain);
    return plain;
  };
}
const nameOf = plainOnce("name");
const shortNameOf = plainOnce("shortName");
