import type { GroupKey, Term } from "#lib/domain/listing/groups.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { sortKeyOf } from "#lib/domain/slug.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished } from "#lib/data/directory/listings.ts";

/** Something that a beginning could become. `count` says how many case studies it leads to, where that is known. */
export interface Suggestion {
  kind: "word" | "topic" | "support" | "council" | "title";
  text: string;
  path: string;
  count: number | null;
}

const most = { words: 4, terms: 4, titles: 3, all: 10 };
const fromLists = ["topic", "support", "council"] as const satisfies readonly GroupKey[];
// One letter begins too many words to be worth reading, and titles more than that.
const shortest = { word: 2, title: 3 };

/**
 * What somebody may mean who has typed so far: words of the directory that the last one could become, topics, support types
 * and councils, and titles. Case and accents need not be typed; only what leads somewhere is offered.
 */
export async function suggest(typed: string): Promise<Suggestion[]> {
  const wanted = plain(typed);
  if (!wanted) return [];
  const [words, terms, titles] = await Promise.all([listWords(typed), listTerms(wanted), listTitles(sortKeyOf(typed))]);
  return [...words, ...terms, ...titles].slice(0, most.all);
}

/** The commonest words that begin as the last one typed, after those before it. */
async function listWords(typed: string): Promise<Suggestion[]> {
  const [, before = "", last = ""] = /^(.*?)([\p{L}\p{N}]*)$/su.exec(typed.trimStart()) ?? [];
  const beginning = plain(last);
  if (!/^[a-z]+$/.test(beginning) || beginning.length < shortest.word) return [];
  const rows = await db.$queryRaw<{ word: string; documents: number }[]>`
    select word, documents from search.word where word like ${`${beginning}%`} order by documents desc, word limit ${most.words}`;
  return rows.map(({ word, documents }) => ({
    kind: "word",
    text: `${before}${word}`,
    path: addressOf({ ...everything, q: `${before}${word}`, sort: "relevance" }),
    count: before.trim() ? null : documents,
  }));
}

async function listTerms(wanted: string): Promise<Suggestion[]> {
  const [catalogue, { counts }] = await Promise.all([getCatalogue(), countPublished()]);
  const terms = fromLists.flatMap((kind) =>
    catalogue[kind]
      .filter((term) => begins(term, wanted))
      .map(({ slug, name }) => ({
        ...{ kind, text: name, path: addressOf({ ...everything, [kind]: [slug] }) },
        count: counts[kind].get(slug) ?? 0,
      })),
  );
  return terms
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most.terms);
}

const begins = ({ name }: Term, wanted: string) => ` ${plain(name)}`.includes(` ${wanted}`);

/** Titles that begin so. They are kept folded, for sorting. */
async function listTitles(wanted: string): Promise<Suggestion[]> {
  if (wanted.length < shortest.title) return [];
  const rows = await db.listing.findMany({
    where: { titleSort: { startsWith: wanted.replace(/[\\%_]/g, "\\$&") } },
    select: { slug: true, title: true },
    orderBy: { titleSort: "asc" },
    take: most.titles,
  });
  return rows.map(({ slug, title }) => ({
    kind: "title",
    text: title,
    path: mailedPaths.caseStudy(slug),
    count: null,
  }));
}

const plain = (text: string) =>
  sortKeyOf(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
