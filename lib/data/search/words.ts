import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import type { Numbers } from "#lib/data/listing/listing.ts";
import type { State } from "#lib/data/generation.ts";
import { packed, packedDoubles, setOf, unpack, unpackDoubles } from "#lib/data/listing/packed.ts";
import { interpret, type Interpreted } from "./interpret.ts";
import { scored, wordForWord } from "./relevance.ts";

/** What words find, whatever else a query asks for. */
export interface Words {
  interpreted: Interpreted;
  /** Null where there is nothing to look for, which leaves everything. */
  hits: Hits | null;
}

export interface Hits {
  numbers: Numbers;
  /** How well each answers, in the order of `listed`; null where nothing says. */
  scores: Float64Array | null;
  listed: Uint32Array;
}

/** How many searches are held, of up to how many hits: enough for somebody's steps through the filters of one. */
const mostHeld = 20;
const mostHits = 200_000;
const held = new Map<string, Promise<Words>>();

/** What words find in one state of the database. The filters of a search, and what is offered beside it, ask for the same words again. */
export function findWords(q: string, { number, stamp }: State): Promise<Words> {
  const name = `${number} ${stamp} ${q}`;
  const words = held.get(name) ?? readWords(q);
  held.delete(name);
  held.set(name, words);
  const forget = () => held.get(name) === words && held.delete(name);
  words.then(({ hits }) => (hits?.listed.length ?? 0) > mostHits && forget(), forget);
  for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
  return words;
}

async function readWords(q: string): Promise<Words> {
  const interpreted = await interpret(q);
  const conditions = wordForWord(interpreted);
  if (!asksForNothing(interpreted)) return { interpreted, hits: await findScored(interpreted, conditions) };
  return { interpreted, hits: conditions.length ? await findUnscored(conditions) : null };
}

/** Whether a search names nothing to look for: only what may not be there, or words that every text has. */
const asksForNothing = ({ lexemes, alternatives, phrases, without, passedOver }: Interpreted) =>
  !lexemes.length && !alternatives.length && !phrases.length && (without.length > 0 || passedOver);

async function findScored(interpreted: Interpreted, conditions: Prisma.Sql[]): Promise<Hits> {
  const [row] = await db.$queryRaw<{ numbers: Uint8Array; scores: Uint8Array }[]>`
    with ${scored(interpreted)}
    select ${packed(Prisma.sql`"number"`)} as "numbers", ${packedDoubles(Prisma.sql`"score"`)} as "scores" from found where ${all(conditions)}`;
  const listed = unpack(row?.numbers ?? new Uint8Array());
  return { numbers: setOf(listed), listed, scores: unpackDoubles(row?.scores ?? new Uint8Array()) };
}

async function findUnscored(conditions: Prisma.Sql[]): Promise<Hits> {
  const [row] = await db.$queryRaw<{ numbers: Uint8Array }[]>`
    select ${packed(Prisma.sql`"number"`)} as "numbers" from search.document found where ${all(conditions)}`;
  const listed = unpack(row?.numbers ?? new Uint8Array());
  return { numbers: setOf(listed), listed, scores: null };
}

const all = (conditions: Prisma.Sql[]) => (conditions.length ? Prisma.join(conditions, " and ") : Prisma.sql`true`);
