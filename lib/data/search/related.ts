import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { listCardsByNumber, type Card } from "#lib/data/directory/listings.ts";
import { scored } from "./relevance.ts";

const shown = 3;
const looked = 20;
const words = 20;
/** How much of its own score another needs to be related at all. */
const nearEnough = 0.1;
/** What a topic in common adds to how well the words of two case studies go together. */
const worthOfTopic = 0.25;

/**
 * Published case studies like one: by the words that set it apart from the others, and by topics in common. One of the same
 * council may be among them, never first.
 */
export async function listRelated(slug: string): Promise<Card[]> {
  const own = await db.listing.findUnique({
    where: { slug },
    select: { number: true, councilSlug: true, topics: true },
  });
  if (!own) return [];
  const { lexemes, weights } = await listTellingWords(own.number);
  const rows = await db.$queryRaw<{ number: number; sameCouncil: boolean }[]>`
    with ${scored({ lexemes, weights, alternatives: [], phrases: [] }, nearEnough)}
    select "number", coalesce("councilSlug" = ${own.councilSlug}, false) as "sameCouncil"
      from "Listing" join found using ("number") where "number" <> ${own.number}
     order by "score" * (1 + ${worthOfTopic}::float8 * (select count(*) from unnest("topics") topic where topic = any(${own.topics}::text[]))) desc,
              "caseStudyId"
     limit ${looked}`;
  return listCardsByNumber(withOthersFirst(rows).map(({ number }) => number));
}

/** The best of other councils, and one of the same council where it is as near as they are. */
function withOthersFirst<Row extends { sameCouncil: boolean }>(rows: readonly Row[]): Row[] {
  const same = rows.find(({ sameCouncil }) => sameCouncil);
  const kept = rows.filter((row) => !row.sameCouncil || row === same);
  const first = kept.find(({ sameCouncil }) => !sameCouncil);
  return first ? [first, ...kept.filter((row) => row !== first)].slice(0, shown) : [];
}

/** The words of a document that say most about it: often in it, rare elsewhere. How often comes from the words as written. */
async function listTellingWords(number: number): Promise<{ lexemes: string[]; weights: number[] }> {
  const rows = await db.$queryRaw<{ lexeme: string; weight: number }[]>(Prisma.sql`
    select f.lexeme, ln(1 + (t.documents - w.held + 0.5) / (w.held + 0.5))::float8 as weight
      from search.document d, search.frequencies(d.words) f, search.total t,
           lateral (select coalesce(max(documents), 1) as held from search.word where lexeme = f.lexeme) w
     where d.number = ${number} and w.held > 1
     order by f.frequency * ln(1 + (t.documents - w.held + 0.5) / (w.held + 0.5)) desc, f.lexeme limit ${words}`);
  return { lexemes: rows.map(({ lexeme }) => lexeme), weights: rows.map(({ weight }) => weight) };
}
