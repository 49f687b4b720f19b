import { councilMeant, councilSearchedFor, offeredOf } from "../council-names.ts";
import { monthMeant } from "../calendar/month-meant.ts";
import type { Question } from "../template/questions.ts";
import { oneLine } from "../template/text.ts";
import { distanceWithin } from "./distance.ts";
import { plainHeading } from "./headings.ts";
import type { Raw } from "./raw-reading.ts";

interface Named {
  id: string;
  name: string;
}

/** What answers choose from. */
export interface Lists {
  topics: readonly Named[];
  supportTypes: readonly Named[];
  councils: readonly (Named & { shortName: string; unlisted?: boolean })[];
}

interface Fitted {
  answer: unknown;
  /** Words that are no answer to the question. */
  rest: string[];
}

/** What was read below a question as an answer to it. */
export function fitAnswer(question: Question, raw: Raw | undefined, lists: Lists): Fitted {
  if (raw === undefined) return { answer: undefined, rest: [] };
  switch (question.kind) {
    case "choice":
      return one(raw, (text) => optionMeant(question.options, text));
    case "month":
      return one(raw, monthMeant);
    case "council":
      return one(raw, (text) => councilOf(text, lists));
    case "councils":
      return several(raw, namesOf(lists.councils), (text) => councilOf(text, lists));
    case "choices":
      return several(raw, namesOf(lists[question.from]), (text) => named(lists[question.from], text));
    case "links":
      return {
        answer: rows(raw).map(({ title = "", url = "" }) => ({
          title,
          url: /^www\./i.test(url) ? `https://${url}` : url,
        })),
        rest: [],
      };
    case "measures":
      return { answer: rows(raw).map((row) => ({ name: "", before: "", after: "", unit: "", ...row })), rest: [] };
    case "files":
      return { answer: rows(raw).map((row) => ({ title: "", alt: "", credit: "", ...row })), rest: [] };
    default:
      return { answer: raw, rest: [] };
  }
}

const namesOf = (all: readonly Named[]) => all.map(({ name }) => name);

const rows = (raw: Raw) => (Array.isArray(raw) ? raw.filter((row) => typeof row === "object") : []);

/** What is chosen is short. Anything longer is somebody's words, and is not held against every name there is. */
const longestChosen = 1000;
const longestName = 120;
/** As many as an answer may have. */
const mostNames = 50;

function one(raw: Raw, meant: (text: string) => string | null): Fitted {
  const text = oneLine(String(raw));
  const answer = text.length <= longestChosen ? meant(text) : null;
  return answer === null ? { answer: undefined, rest: text ? [text] : [] } : { answer, rest: [] };
}

/**
 * Each line names one thing, or several with commas between. Names have commas too, so the longest that names something
 * counts, as long as one of those there are. What stands behind the first fifty is left as it is.
 */
function several(raw: Raw, names: readonly string[], meant: (text: string) => string | null): Fitted {
  const found: string[] = [];
  const rest: string[] = [];
  // Before a name may stand those that lead to it.
  const window = 2 * Math.max(1, ...names.map((name) => name.split(between).length));
  const lines = (Array.isArray(raw) ? raw.map(String) : [String(raw)])
    .flatMap((text) => text.split(/[;\n]/))
    .map(oneLine)
    .filter(Boolean);
  let left = mostNames;
  for (const [index, line] of lines.entries()) {
    // Every other part is what stands between two names.
    const parts = line.split(between);
    const [foundBefore, restBefore] = [found.length, rest.length];
    for (let start = 0; start < parts.length;) {
      if (left-- <= 0) {
        rest.push([parts.slice(start).join(""), ...lines.slice(index + 1)].join("\n"));
        return { answer: [...new Set(found)], rest: rest.filter(Boolean) };
      }
      const [id, used] = longest(parts.slice(start, start + window - 1), meant);
      if (id) found.push(id);
      else rest.push(parts[start]!);
      start += used;
    }
    // Words of which nothing is known are somebody's sentence, and stay one.
    if (found.length === foundBefore) rest.splice(restBefore, rest.length, line);
  }
  return { answer: [...new Set(found)], rest: rest.filter(Boolean) };
}

const between = /(,\s*|\s+and\s+|\s*&\s*)/;

function longest(parts: readonly string[], meant: (text: string) => string | null): [string | null, number] {
  for (let end = parts.length; end > 0; end -= 2) {
    const text = parts.slice(0, end).join("");
    const id = text.length <= longestName ? meant(text) : null;
    if (id) return [id, end + 1];
  }
  return [null, 2];
}

/** A thing by its name, a slip of the pen in it, or the last of the names that lead to it. */
function named(all: readonly Named[], text: string): string | null {
  const wanted = plainHeading(text.split(/\s*[>›»:/]\s*/).at(-1) ?? "");
  if (!wanted) return null;
  const exact = all.find(({ id, name }) => plainHeading(name) === wanted || id === wanted.replaceAll(" ", "-"));
  const near = () =>
    all.filter(({ name }) => name.length > 5 && distanceWithin(plainHeading(name), wanted, name.length > 9 ? 2 : 1));
  const [like, another] = exact ? [exact] : near();
  return like && !another ? like.id : null;
}

function optionMeant(
  options: readonly { value: string; label: string; alone?: string | undefined }[],
  text: string,
): string | null {
  const all = options.flatMap(({ value, label, alone }) =>
    [label, value, ...(alone ? [alone] : [])].map((name) => ({ id: value, name })),
  );
  const wanted = plainHeading(text);
  const same = all.find(({ name }) => plainHeading(name) === wanted);
  if (same) return same.id;
  // "It was mixed": the one label that stands in it. "Did not work" has "work" in it, so the longest counts.
  const inside = all
    .filter(({ name }) => ` ${wanted} `.includes(` ${plainHeading(name)} `))
    .toSorted((a, b) => b.name.length - a.name.length);
  const [first, second] = [...new Set(inside.map(({ id }) => id))];
  return first && (!second || inside[0]!.name.length > inside[1]!.name.length) ? first : named(all, text);
}

function councilOf(text: string, { councils }: Lists): string | null {
  return councilMeant(text, councils) ?? councilSearchedFor(text, offeredOf(councils))?.id ?? null;
}
