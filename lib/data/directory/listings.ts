import type { Listing } from "#prisma/client/client.ts";
import type { Interpreted } from "#lib/data/search/interpret.ts";
import type { Counts } from "#lib/data/listing/narrowed.ts";
import { search, searchNumbers, searchTotal } from "#lib/data/search/search.ts";
import { everything, pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";
import { db } from "#lib/data/db.ts";
import { holdEachUntilChanged } from "#lib/data/held.ts";

/** One published case study as a list shows it. */
export interface Card {
  slug: string;
  /** The template its words were written with. */
  template: string;
  title: string;
  summary: string;
  councilName: string;
  councilSlug: string | null;
  councilType: string | null;
  publishedAt: Date;
  outcome: string | null;
  lead: { group: "topic" | "support"; slug: string; name: string } | null;
  /** Its first picture. */
  picture: { id: string; name: string; widths: number[] } | null;
}

const withPicture = { picture: { select: { id: true, name: true, widths: true } } } as const;
type Row = Listing & Pick<Card, "picture">;

/** One page of what is published: cards, the total, the count beside every option, and how the words were understood. */
export async function listPublished(
  query: ListingQuery,
): Promise<{ cards: Card[]; total: number; counts: Counts; interpreted: Interpreted | null }> {
  const { numbers, ...found } = await search(query);
  return { cards: await listCardsByNumber(numbers), ...found };
}

/** The cards of one page, in the query's order. */
export async function listCards(query: ListingQuery, size = pageSize): Promise<Card[]> {
  return listCardsByNumber(await searchNumbers(query, size));
}

/** The total and the count beside every option, for pages that show no cards of the query: of the whole directory, if it is left out. */
export async function countPublished(query: ListingQuery = everything): Promise<{ total: number; counts: Counts }> {
  const { total, counts } = await search(query, 0);
  return { total, counts };
}

/** How many case studies a query returns, for pages that show no filters. */
export const countTotal = (query: ListingQuery): Promise<number> => searchTotal(query);

/** The cards of the case studies named, in the order they are named in. What is not published is left out. */
export async function listCardsOf(slugs: readonly string[]): Promise<Card[]> {
  const rows = await db.listing.findMany({ where: { slug: { in: [...slugs] } }, include: withPicture });
  const cards = new Map(rows.map((row) => [row.slug, toCard(row)]));
  return slugs.flatMap((slug) => cards.get(slug) ?? []);
}

/** What a council did with another that leads it: the newest, and how many there are. */
export async function listAsPartner(councilId: string, most: number): Promise<{ cards: Card[]; total: number }> {
  const where = { partnerIds: { has: councilId } };
  const newest = [{ publishedAt: "desc" }, { caseStudyId: "asc" }] as const;
  const [rows, total] = await Promise.all([
    db.listing.findMany({ where, orderBy: [...newest], take: most, include: withPicture }),
    db.listing.count({ where }),
  ]);
  return { cards: rows.map(toCard), total };
}

/** The cards of rows of the listing, in their order, as of the state that a page has asked for or a later one. What is not there is left out. */
export async function listCardsByNumber(numbers: readonly number[]): Promise<Card[]> {
  if (!numbers.length) return [];
  const cards = await findCards(numbers);
  return numbers.flatMap((number) => cards.get(number) ?? []);
}

const mostCards = 5000;

const findCards = holdEachUntilChanged(async (numbers: readonly number[]) => {
  const rows = await db.listing.findMany({ where: { number: { in: [...numbers] } }, include: withPicture });
  return new Map(rows.map((row) => [row.number, toCard(row)]));
}, mostCards);

function toCard({ leadKey, leadSlug, leadName, ...row }: Row): Card {
  const group = leadKey === "topic" || leadKey === "support" ? (leadKey as "topic" | "support") : null;
  const lead = group && leadSlug && leadName ? { group, slug: leadSlug, name: leadName } : null;
  const { slug, template, title, summary, councilName, councilSlug, councilType, publishedAt, outcome, picture } = row;
  return { slug, template, title, summary, councilName, councilSlug, councilType, publishedAt, outcome, lead, picture };
}

/** What else one council has published, by title: a case study may be one of these again. */
export async function listTitles(
  councilId: string | null,
  own: string,
): Promise<{ slug: string; title: string; councilId: string | null }[]> {
  const standing = await readStanding(db);
  const where = { councilId: councilId && standing(councilId), caseStudyId: { not: own } };
  const rows = await db.listing.findMany({ where, select: { slug: true, title: true } });
  return rows.map((row) => ({ ...row, councilId }));
}
