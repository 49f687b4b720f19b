import { councilsLike, plainName } from "../../council-names.ts";
import type { CouncilChoice } from "../cells/choices.ts";
import { spansIn, type Span } from "./spans.ts";

/** Whose a case study is by its words: one council for sure, one of several, or none that is named. */
export interface Named {
  council: CouncilChoice | null;
  /** What an editor has to know about that, "" where there is nothing to say. */
  say: string;
}

/** Councils that share their ground with others, so that the name of the place alone does not mean them. */
const shared: readonly string[] = ["fire", "combined-authority", "national-park"];

/** Names of councils that are words as well: the word alone, at the beginning of a title, means nothing for sure. */
const words = new Set(
  [
    "boston",
    "bury",
    "corby",
    "craven",
    "derby",
    "dover",
    "down",
    "hart",
    "hastings",
    "highland",
    "hull",
    "melton",
  ].concat([
    "moray",
    "oxford",
    "reading",
    "rother",
    "rugby",
    "slough",
    "swale",
    "york",
    "bath",
    "bristol",
    "broads",
    "wells",
  ]),
);

/** What councils run under the name of their place. */
const services =
  /^(?:council|libraries|library|museums?|archives?|arts?|culture|leisure|sports?|music|housing|councillors?)$/i;
const before = new Set(["in", "at", "across", "around", "from", "for", "with", "by", "of"]);

/**
 * The council that a title names, in any of the ways that titles do; and where it names none, the one that the summary names in full.
 * It is never guessed: what could mean several is left to an editor.
 */
export function councilNamed(title: string, summary: string, councils: readonly CouncilChoice[]): Named {
  const inSummary = spansIn(summary, councils);
  const full = unique(inSummary.filter(({ whole }) => whole));
  const inTitle = spansIn(title, councils);
  const found = unique(ofTheWhole(inTitle));
  if (found.length > 1) return several(found);
  const [council] = found;
  if (!council) return fromSummary(title, full, councils);

  const spans = inTitle.filter((span) => span.council === council);
  const others = full.filter((one) => one !== council);
  const isConfirmed = inSummary.some((span) => span.council === council);
  if (others.length && !isConfirmed) return several([council, ...others]);
  if (isConfirmed || spans.some((span) => isSure(title, span))) return certain(council);
  return { council: null, say: `The title may mean ${council.name}. Choose it if that is right.` };
}

/** Of "Thanet, Kent" the first: the county says where it lies. What is named in full goes before names of places. */
function ofTheWhole(spans: readonly Span[]): readonly Span[] {
  const named = spans.filter(({ whole }) => whole);
  if (named.length) return named;
  return spans.filter(({ council, afterComma }, index) => {
    const within = spans[index - 1];
    return !(afterComma && council.type === "county" && within && within.council.type !== "county");
  });
}

const unique = (spans: readonly Span[]) => [...new Set(spans.map(({ council }) => council))];

/** Whether a name stands where a title names whose it is: before a colon, after a dash, "in" a place, possessive, or before what it runs. */
function isSure(title: string, { whole, start, end, possessive, previous, next, council }: Span): boolean {
  if (whole) return true;
  if (shared.includes(council.type)) return false;
  const isBeforeColon = /^\s*:/.test(title.slice(end));
  const isAfterDash = /\s[-–—]\s*$/.test(title.slice(0, start)) && title.slice(end).trim() === "";
  if (isBeforeColon || isAfterDash || possessive || services.test(next)) return true;
  if (before.has(previous.toLowerCase())) return !/^\p{Lu}/u.test(next);
  return start === 0 && !words.has(plainName(council.shortName));
}

function fromSummary(title: string, full: readonly CouncilChoice[], councils: readonly CouncilChoice[]): Named {
  if (full.length > 1) return several(full);
  const [council] = full;
  if (council)
    return {
      ...certain(council),
      say: [`${council.name} is named in the summary only.`, endOf(council)].filter(Boolean).join(" "),
    };
  const like = likeHead(title, councils);
  if (like.length) return several(like);
  return { council: null, say: "It names no council in the list. Give the council or the organisation." };
}

/** Councils that could be meant by what stands before a colon, or after a dash at the end, where that is nobody's name. */
function likeHead(title: string, councils: readonly CouncilChoice[]): CouncilChoice[] {
  const [, head, tail] = /^([^:]{3,60}):|\s[-–—]\s([^-–—]{3,60})$/.exec(title) ?? [];
  const bare = (head ?? tail ?? "").replace(/\b(?:council|libraries|museums?)\b.*$/i, "").trim();
  const like = bare.length > 3 && /^\p{Lu}/u.test(bare) ? councilsLike(bare, councils) : [];
  return like.length <= 6 ? like : [];
}

const certain = (council: CouncilChoice): Named => ({ council, say: endOf(council) });

const endOf = ({ ended, name }: CouncilChoice) =>
  ended ? `${name} has ended. Choose what followed it if that goes on with this.` : "";

function several(councils: readonly CouncilChoice[]): Named {
  const names = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
    councils.slice(0, 6).map(({ name }) => name),
  );
  return { council: null, say: `It could be about ${names}. Choose the council.` };
}
