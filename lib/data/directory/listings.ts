import { Prisma } from "#prisma/client/client.ts";
import type { GroupKey } from "#lib/domain/listing/groups.ts";
import { groupKeys } from "#lib/domain/listing/groups.ts";
import { pageSize, type ListingQuery, type Sort } from "#lib/domain/listing/query.ts";
import { searchable } from "#lib/domain/listing/searchable.ts";
import { db } from "#lib/data/db.ts";

/** One published case study as a list shows it. */
export interface Card {
  slug: string;
  /** The template its words were written with. */
  template: string;
  title: string;
  summary: string;
  councilName: string;
  councilType: string | null;
  publishedAt: Date;
  outcome: string | null;
  lead: { group: "topic" | "support"; slug: string; name: string } | null;
}

/** For each group, how many case studies the query would return with that option alone in the group. */
export type Counts = Record<GroupKey, Map<string, number>>;

const columns: Record<GroupKey, Prisma.Sql> = {
  topic: Prisma.sql`"topics"`,
  support: Prisma.sql`"support"`,
  collection: Prisma.sql`"collections"`,
  region: Prisma.sql`array["region"]`,
  council: Prisma.sql`array["councilSlug"]`,
  type: Prisma.sql`array["councilType"]`,
  outcome: Prisma.sql`array["outcome"]`,
  cost: Prisma.sql`array["cost"]`,
  evidence: Prisma.sql`array["evidence"]`,
};

const orders: Record<Sort, Prisma.Sql> = {
  relevance: Prisma.sql`"rank" desc, "publishedAt" desc, "caseStudyId"`,
  newest: Prisma.sql`"publishedAt" desc, "caseStudyId"`,
  oldest: Prisma.sql`"publishedAt", "caseStudyId"`,
  title: Prisma.sql`"titleSort" collate "C", "caseStudyId"`,
};

/** One page of what is published: cards, the total, and the count beside every option. */
export async function listPublished(query: ListingQuery): Promise<{ cards: Card[]; total: number; counts: Counts }> {
  const [cards, { total, counts }] = await Promise.all([listCards(query), countPublished(query)]);
  return { cards, total, counts };
}

/** The cards of one page, in the query's order. */
export async function listCards(query: ListingQuery, size = pageSize): Promise<Card[]> {
  const chosen = groupKeys.flatMap((key) => choose(key, query[key]) ?? []);
  const rows = await db.$queryRaw<CardRow[]>`
    select "slug", "template", "title", "summary", "councilName", "councilType", "publishedAt", "outcome", "leadKey", "leadSlug", "leadName",
           ${query.q ? Prisma.sql`ts_rank("words", ${asked(query.q)})` : Prisma.sql`0`} as "rank"
      from "Listing" where ${all([...matching(query), ...chosen])}
     order by ${orders[query.sort]} limit ${size} offset ${(query.page - 1) * size}`;
  return rows.map(toCard);
}

/** How many case studies a query returns, for pages that show no filters. */
export async function countTotal(query: ListingQuery): Promise<number> {
  const chosen = groupKeys.flatMap((key) => choose(key, query[key]) ?? []);
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as "total" from "Listing" where ${all([...matching(query), ...chosen])}`;
  return row?.total ?? 0;
}

/** The cards of the case studies named, in the order they are named in. What is not published is left out. */
export async function listCardsOf(slugs: readonly string[]): Promise<Card[]> {
  const rows = await db.listing.findMany({ where: { slug: { in: [...slugs] } } });
  const order = new Map(slugs.map((slug, index) => [slug, index]));
  return rows
    .map((row) => toCard(row as CardRow))
    .toSorted((a, b) => (order.get(a.slug) ?? 0) - (order.get(b.slug) ?? 0));
}

/**
 * The total and the count beside every option, in one statement.
 * `hit_…` says whether a row satisfies a group; an option's count ignores its own group's choices.
 */
export async function countPublished(query: ListingQuery): Promise<{ total: number; counts: Counts }> {
  const chosen = groupKeys.filter((key) => query[key].length > 0);
  const hit = (key: GroupKey) => Prisma.raw(`"hit_${key}"`);
  const hits = chosen.map((key) => Prisma.sql`, (${choose(key, query[key])!}) as ${hit(key)}`);
  const but = (own: GroupKey | null) =>
    all(chosen.filter((key) => key !== own).map((key) => Prisma.sql`coalesce(${hit(key)}, false)`));
  const options = groupKeys.map(
    (key) => Prisma.sql`
      union all select ${key}, option, count(*)::int from matched, unnest(${columns[key]}) option where option is not null and ${but(key)} group by option`,
  );
  const rows = await db.$queryRaw<{ key: string; option: string | null; count: number }[]>`
    with matched as materialized (select * ${list(hits)} from "Listing" where ${all(matching(query))})
    select 'total' as "key", null as "option", count(*)::int as "count" from matched where ${but(null)} ${list(options)}`;

  const counts = Object.fromEntries(groupKeys.map((key) => [key, new Map<string, number>()])) as Counts;
  for (const { key, option, count } of rows) if (option !== null) counts[key as GroupKey].set(option, count);
  return { total: rows.find(({ key }) => key === "total")?.count ?? 0, counts };
}

/** Everything a query asks of a row, whatever its page and its order. */
export const conditionOf = (query: ListingQuery): Prisma.Sql =>
  all([...matching(query), ...groupKeys.flatMap((key) => choose(key, query[key]) ?? [])]);

/** Conditions that belong to no group of choices. */
function matching({ q, from, to }: ListingQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (q) conditions.push(Prisma.sql`"words" @@ ${asked(q)}`);
  if (from) conditions.push(Prisma.sql`"month" >= ${from}`);
  if (to) conditions.push(Prisma.sql`"month" <= ${to}`);
  return conditions;
}

/** Words as a text search. PostgreSQL fails on some thirty minus signs with no word between them, so one stands for all. */
const asked = (q: string) =>
  Prisma.sql`websearch_to_tsquery('english', ${searchable(q.replace(/-[^\p{L}\p{N}"]*-/gu, "-"))})`;

function choose(key: GroupKey, slugs: readonly string[]): Prisma.Sql | null {
  return slugs.length ? Prisma.sql`${columns[key]} && ${[...slugs]}::text[]` : null;
}

const all = (conditions: Prisma.Sql[]) => (conditions.length ? Prisma.join(conditions, " and ") : Prisma.sql`true`);
const list = (parts: Prisma.Sql[]) => (parts.length ? Prisma.join(parts, " ") : Prisma.empty);

export type CardRow = Omit<Card, "lead"> & {
  leadKey: "topic" | "support" | null;
  leadSlug: string | null;
  leadName: string | null;
};

export function toCard({
  leadKey,
  leadSlug,
  leadName,
  slug,
  template,
  title,
  summary,
  councilName,
  councilType,
  publishedAt,
  outcome,
}: CardRow): Card {
  const lead = leadKey && leadSlug && leadName ? { group: leadKey, slug: leadSlug, name: leadName } : null;
  return { slug, template, title, summary, councilName, councilType, publishedAt, outcome, lead };
}

/** What one council has published, by title: a new case study may be one of these again. */
export async function listTitles(
  councilId: string | null,
): Promise<{ slug: string; title: string; councilId: string | null }[]> {
  return db.listing.findMany({ where: { councilId }, select: { slug: true, title: true, councilId: true } });
}
