import { Prisma } from "#prisma/client/client.ts";
import { groupKeys, type GroupKey } from "#lib/domain/listing/groups.ts";
import type { ListingQuery, Sort } from "#lib/domain/listing/query.ts";
import { likenessTo } from "./alike.ts";
import { interpret, type Interpreted } from "./interpret.ts";
import { scored, wordForWord } from "./relevance.ts";

/** Where a row of the listing keeps what it can be filtered by. */
export const columns: Record<GroupKey, Prisma.Sql> = {
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
const needed = Prisma.raw(
  `"caseStudyId", "number", "titleSort", "publishedAt", "topics", "support", "collections", "region", "councilSlug", "councilType", "outcome", "cost", "evidence"`,
);

/** The orders of a list, over rows of "matched". */
export const orders: Record<Sort, Prisma.Sql> = {
  relevance: Prisma.sql`"score" desc, "publishedAt" desc, "caseStudyId"`,
  likeness: Prisma.sql`"likeness" desc, "publishedAt" desc, "caseStudyId"`,
  newest: Prisma.sql`"publishedAt" desc, "caseStudyId"`,
  oldest: Prisma.sql`"publishedAt", "caseStudyId"`,
  title: Prisma.sql`"titleSort" collate "C", "caseStudyId"`,
};

/** Whether a search names nothing to look for: only what may not be there, or words that every text has. */
const asksForNothing = ({ lexemes, alternatives, phrases, without, passedOver }: Interpreted) =>
  !lexemes.length && !alternatives.length && !phrases.length && (without.length > 0 || passedOver);

interface Parts {
  /** What stands before, and beside, the listing. */
  before: Prisma.Sql[];
  joins: Prisma.Sql[];
  conditions: Prisma.Sql[];
}

/**
 * A query as SQL, to stand after `with`: "matched" holds what its words and months leave, with whether each row satisfies
 * each group in which something is chosen, which `hits` asks about.
 */
export async function matching(query: ListingQuery): Promise<{ matched: Prisma.Sql; interpreted: Interpreted | null }> {
  const { parts, interpreted } = await readQuery(query);
  return { matched: matchedRows(query, parts), interpreted };
}

/** Whether a row of "matched" satisfies every group, or every group but one. */
export const hits = (query: ListingQuery, but: GroupKey | null = null) =>
  all(chosenGroups(query).flatMap((key) => (key === but ? [] : Prisma.sql`coalesce(${hit(key)}, false)`)));

async function readQuery(query: ListingQuery): Promise<{ parts: Parts; interpreted: Interpreted | null }> {
  const { q, from, to } = query;
  const [interpreted, alike] = await Promise.all([q ? interpret(q) : null, query.like ? likenessTo(query.like) : null]);
  const parts: Parts = { before: [], joins: [], conditions: [] };
  if (interpreted) {
    if (!asksForNothing(interpreted)) {
      parts.before.push(scored(interpreted));
      parts.joins.push(Prisma.sql`join found using ("number")`);
    }
    parts.conditions.push(...wordForWord(interpreted));
  }
  if (!parts.joins.length) parts.joins.push(Prisma.sql`cross join (select 0::float8 as "score") unscored`);
  if (alike) {
    parts.joins.push(
      Prisma.sql`join unnest(${alike.slugs}::text[], ${alike.shared}::int[]) as alike ("alikeSlug", "likeness") on "alikeSlug" = "councilSlug"`,
    );
  } else parts.joins.push(Prisma.sql`cross join (select 0 as "likeness") unlike`);
  if (from) parts.conditions.push(Prisma.sql`"month" >= ${from}`);
  if (to) parts.conditions.push(Prisma.sql`"month" <= ${to}`);
  return { parts, interpreted };
}

function matchedRows(query: ListingQuery, { before, joins, conditions }: Parts): Prisma.Sql {
  const marks = chosenGroups(query).map(
    (key) => Prisma.sql`, (${columns[key]} && ${[...query[key]]}::text[]) as ${hit(key)}`,
  );
  const rows = Prisma.sql`matched as materialized (
    select ${needed}, "score", "likeness" ${marks.length ? Prisma.join(marks, " ") : Prisma.empty}
      from "Listing" ${Prisma.join(joins, " ")} where ${all(conditions)})`;
  return Prisma.join([...before, rows], ", ");
}

const chosenGroups = (query: ListingQuery) => groupKeys.filter((key) => query[key].length > 0);
const hit = (key: GroupKey) => Prisma.raw(`"hit_${key}"`);

const all = (conditions: Prisma.Sql[]) => (conditions.length ? Prisma.join(conditions, " and ") : Prisma.sql`true`);
