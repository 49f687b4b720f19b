import { plainName } from "../../council-names.ts";
import type { CouncilChoice } from "../cells/choices.ts";

/** A council's name where it stands in a text. */
export interface Span {
  council: CouncilChoice;
  /** Whether it is named as a council, not only by the name of its place. */
  whole: boolean;
  start: number;
  end: number;
  possessive: boolean;
  afterComma: boolean;
  /** The words beside it. */
  previous: string;
  next: string;
}

interface Word {
  text: string;
  plain: string;
  possessive: boolean;
  start: number;
  end: number;
}

/** Words of a name that need no capital letter. */
const small = new Set(["and", "of", "upon", "on", "the", "with", "le", "in", "by", "under"]);
/** What may stand between the name of a place and "Council". */
const ofCouncils = new Set(["metropolitan", "borough", "district", "city", "county", "unitary"]);
const longestName = 8;

/** Where councils are named in a text, the longest names first: "Derbyshire" is not Derby, and "Greater Manchester" not Manchester. */
export function spansIn(text: string, councils: readonly CouncilChoice[]): Span[] {
  const words = wordsIn(text);
  const names = namesOf(councils);
  const spans: Span[] = [];
  for (let index = 0; index < words.length;) {
    const found = longestAt(words, index, names);
    if (!found) {
      index += 1;
      continue;
    }
    const { council, length, whole } = found;
    const [first, last] = [words[index]!, words[index + length - 1]!];
    const gap = text.slice(words[index - 1]?.end ?? 0, first.start);
    spans.push({
      ...{ council, whole, start: first.start, end: last.end, possessive: last.possessive },
      afterComma: index > 0 && gap.trim() === ",",
      previous: words[index - 1]?.text ?? "",
      next: nextTo(text, last, words[index + length]),
    });
    index += length;
  }
  return spans;
}

/** The word right behind another: "" beyond a sign. */
const nextTo = (text: string, { end }: Word, next: Word | undefined): string =>
  next && text.slice(end, next.start).trim() === "" ? next.text : "";

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}&][\p{L}\p{N}\p{M}&.]*(?:['’][\p{L}]+|['’](?!\p{L}))?/gu)].map(
    ({ 0: found, index }) => {
      const bare = found.replace(/['’]s?$/i, "").replace(/\.$/, "");
      return {
        text: bare,
        plain: plainName(`x ${bare}`).slice(2),
        possessive: bare !== found.replace(/\.$/, ""),
        start: index,
        end: index + found.length,
      };
    },
  );
}

interface Name {
  council: CouncilChoice;
  whole: boolean;
}

const known = new WeakMap<readonly CouncilChoice[], Map<string, Name>>();

/** Every name that a council goes by, plain. The name of a place is that of the council it has now. */
function namesOf(councils: readonly CouncilChoice[]): Map<string, Name> {
  const made = known.get(councils);
  if (made) return made;
  const names = new Map<string, Name>();
  for (const council of councils.toSorted((a, b) => Number(a.ended) - Number(b.ended))) {
    const [short, full] = [plainName(council.shortName), plainName(council.name)];
    if (full !== short && !names.has(full)) names.set(full, { council, whole: true });
    if (!names.has(short)) names.set(short, { council, whole: full === short });
  }
  known.set(councils, names);
  return names;
}

function longestAt(
  words: readonly Word[],
  index: number,
  names: Map<string, Name>,
): (Name & { length: number }) | null {
  for (let length = Math.min(longestName, words.length - index); length > 0; length -= 1) {
    const some = words.slice(index, index + length);
    if (!some.every(({ text }, at) => /^[\p{Lu}\p{N}&]/u.test(text) || (at > 0 && small.has(text)))) continue;
    const found = names.get(some.map(({ plain }) => plain).join(" "));
    if (!found) continue;
    const more = found.whole ? 0 : wordsToCouncil(words.slice(index + length));
    return { council: found.council, whole: found.whole || more > 0, length: length + more };
  }
  return null;
}

/** How many words lead from the name of a place to "Council", as in "Borough Council"; 0 where none do. */
function wordsToCouncil(words: readonly Word[]): number {
  const at = words.findIndex(({ plain }) => !ofCouncils.has(plain));
  return at >= 0 && at <= 3 && words[at]?.plain === "council" ? at + 1 : 0;
}
