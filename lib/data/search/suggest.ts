import type { GroupKey, Term } from "#lib/domain/listing/groups.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { sortKeyOf } from "#lib/domain/slug.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished } from "#lib/data/directory/listings.ts";

/** Something that a beginning could become. `count` says how many case studies it leads to, where that is more than one. */
export interface Suggestion {
  kind: "word" | "topic" | "support" | "council" | "title";
  text: string;
  path: string;
  count: number | null;
}

const most = 10;
const fromLists = ["topic", "support", "council"] as const satisfies readonly GroupKey[];

/**
 * What somebody may mean who has typed the beginning of a word: topics, support types, councils and titles that have a
 * word beginning so. Case and accents need not be typed; only what leads somewhere is offered.
 */
export async function suggest(prefix: string): Promise<Suggestion[]> {
  const wanted = plain(prefix);
  if (!wanted) return [];
  const [catalogue, { counts }] = await Promise.all([getCatalogue(), countPublished(everything)]);
  const terms = fromLists.flatMap((kind) =>
    catalogue[kind]
      .filter((term) => (counts[kind].get(term.slug) ?? 0) > 0 && begins(term, wanted))
      .map(({ slug, name }) => ({
        ...{ kind, text: name, path: addressOf({ ...everything, [kind]: [slug] }) },
        count: counts[kind].get(slug) ?? null,
      })),
  );
  return [...terms, ...(await listTitles(wanted))].slice(0, most);
}

const begins = ({ name }: Term, wanted: string) => ` ${plain(name)}`.includes(` ${wanted}`);

/** Titles are kept folded for sorting. */
async function listTitles(wanted: string): Promise<Suggestion[]> {
  const rows = await db.$queryRaw<{ slug: string; title: string }[]>`
    select "slug", "title" from "Listing"
     where position(${` ${wanted}`} in ' ' || regexp_replace("titleSort", '[^[:alnum:]]+', ' ', 'g')) > 0
     order by "titleSort" collate "C" limit ${most}`;
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
