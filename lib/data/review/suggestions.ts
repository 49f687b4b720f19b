import { randomUUID } from "node:crypto";
import { isProblem, type SuggestionKind } from "#lib/domain/suggestion.ts";
import { tidy } from "#lib/domain/template/text.ts";
import { pageStates, publishedStates, type State } from "#lib/domain/workflow/states.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { factText } from "./fact-sql.ts";

export const suggestionsPerPage = 25;

/** A suggestion or a problem as editors see it. */
export interface SuggestionRow {
  id: string;
  kind: string;
  text: string;
  at: Date;
  /** The address to ask back, "" where none was left or once it has been erased. */
  from: string;
  caseStudyId: string;
  title: string;
  /** Of its page, null where it has none at present. */
  slug: string | null;
  /** When it was settled, with what whoever made it was told, and by whom. */
  handledAt: Date | null;
  answer: string;
  settledBy: string;
}

/** Which suggestions somebody looks at. */
export interface SuggestionQuery {
  settled: boolean;
  /** Only suggested changes or only problems; null for both. */
  only: "changes" | "problems" | null;
  /** Only those about one case study. */
  caseStudyId: string | null;
}

/** One page of what is open, the oldest first, or of what is settled, the newest first. */
export const listSuggestions = (query: SuggestionQuery, page: number): Promise<SuggestionRow[]> =>
  listSome(query, suggestionsPerPage, (page - 1) * suggestionsPerPage);

/** All of it in the same order, some at a time. */
export async function* eachSuggestion(query: SuggestionQuery, size = 500): AsyncGenerator<SuggestionRow[]> {
  for (let from = 0; ; from += size) {
    const rows = await listSome(query, size, from);
    if (rows.length) yield rows;
    if (rows.length < size) return;
  }
}

async function listSome(query: SuggestionQuery, limit: number, offset: number): Promise<SuggestionRow[]> {
  const order = query.settled ? Prisma.sql`s."handledAt" desc, s."id"` : Prisma.sql`s."at", s."id"`;
  return db.$queryRaw<SuggestionRow[]>`
    select s."id", s."kind", s."text", s."at", coalesce(p."email", '') as "from", s."caseStudyId", s."handledAt", s."answer",
           coalesce(${factText("title")}, '') as "title", coalesce(nullif(e."name", ''), e."email", '') as "settledBy",
           case when ${hasPage} then k."slug" end as "slug"
      from "Suggestion" s
      join "CaseStudy" k on k."id" = s."caseStudyId"
      left join lateral (${versionToName(Prisma.sql`s."caseStudyId"`)}) v on true
      left join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      left join "Person" p on p."id" = s."fromId"
      left join "Person" e on e."id" = s."settledById"
     where (s."handledAt" is not null) = ${query.settled} and ${about(query)} and ${isOf(query.only)}
     order by ${order} limit ${limit} offset ${offset}`;
}

/** How many there are in each part of the list, by what else the query says. */
export interface SuggestionCounts {
  open: number;
  settled: number;
  /** Of the part that is looked at. */
  changes: number;
  problems: number;
}

export async function countSuggestions(query: SuggestionQuery): Promise<SuggestionCounts> {
  const [row] = await db.$queryRaw<SuggestionCounts[]>`
    select count(*) filter (where s."handledAt" is null and ${isOf(query.only)})::int as "open",
           count(*) filter (where s."handledAt" is not null and ${isOf(query.only)})::int as "settled",
           count(*) filter (where (s."handledAt" is not null) = ${query.settled} and ${isOf("changes")})::int as "changes",
           count(*) filter (where (s."handledAt" is not null) = ${query.settled} and ${isOf("problems")})::int as "problems"
      from "Suggestion" s where ${about(query)}`;
  return row ?? { open: 0, settled: 0, changes: 0, problems: 0 };
}

const about = ({ caseStudyId }: SuggestionQuery) =>
  caseStudyId === null ? Prisma.sql`true` : Prisma.sql`s."caseStudyId" = ${caseStudyId}::uuid`;

function isOf(only: SuggestionQuery["only"]): Prisma.Sql {
  if (only === null) return Prisma.sql`true`;
  return only === "changes" ? Prisma.sql`s."kind" = 'change'` : Prisma.sql`s."kind" <> 'change'`;
}

/** What readers have said about a case study that nobody has settled, the oldest first. */
export const listOpenAbout = (caseStudyId: string): Promise<{ id: string; kind: string; text: string; at: Date }[]> =>
  db.suggestion.findMany({
    where: { caseStudyId, handledAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, text: true, at: true },
  });

interface Said {
  kind: SuggestionKind;
  text: string;
  /** The version that readers see. */
  about: { id: string; caseStudyId: string };
  fromId: string | null;
  key?: string;
  announced?: boolean;
  now: Date;
}

/** Keeps what a reader said, once for each form and text, and owes the editors a letter about it if it is to be announced. */
export async function addSuggestion(
  tx: Queries,
  { kind, text, about: version, fromId, key = randomUUID(), announced = true, now }: Said,
): Promise<void> {
  const id = randomUUID();
  const suggestion = { id, key, caseStudyId: version.caseStudyId, kind, text: tidy(text), fromId, at: now };
  const { count } = await tx.suggestion.createMany({ data: [suggestion], skipDuplicates: true });
  if (!count && (await tx.suggestion.count({ where: { key, kind, text: suggestion.text } })) > 0) return;
  // Back and another text in the same form is another suggestion.
  if (!count) await tx.suggestion.create({ data: { ...suggestion, key: randomUUID() } });
  if (!announced) return;
  const letter = { kind: isProblem(kind) ? "problem" : "suggestion", versionId: version.id, suggestionId: id };
  await tx.letter.create({ data: { ...letter, queuedAt: now } });
}

/** The version by whose words people know a case study: the one with a page, or else the newest that was published. */
export async function findVersionToName(tx: Queries, caseStudyId: string): Promise<string | null> {
  const [version] = await tx.$queryRaw<{ id: string }[]>`${versionToName(Prisma.sql`${caseStudyId}::uuid`)}`;
  return version?.id ?? null;
}

const hasPage = Prisma.sql`v."state" = any(${[...pageStates] satisfies State[]}::"State"[])`;

const wasPublished = Prisma.sql`v."state" = any(${[...publishedStates]}::"State"[])`;

const versionToName = (caseStudyId: Prisma.Sql) => Prisma.sql`
  select v.* from "Version" v where v."caseStudyId" = ${caseStudyId} and ${wasPublished}
   order by ${hasPage} desc, v."number" desc limit 1`;
