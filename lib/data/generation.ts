import { setTimeout as wait } from "node:timers/promises";
import { Prisma } from "#prisma/client/client.ts";
import { db, plannedOnce, primary, type Queries } from "./db.ts";

/** The number that rises with every transaction that changes anything public. */
export const getGeneration = (): Promise<bigint> => getGenerationIn(db);

/** The same as a transaction sees it. */
export async function getGenerationIn(tx: Queries): Promise<bigint> {
  const { number } = await tx.generation.findUniqueOrThrow({ where: { id: 1 } });
  return number;
}

/** A state of the database: two that ever differ have another number or another stamp. */
export interface State {
  /** The generation. */
  number: bigint;
  stamp: string | null;
}

export const isSame = (one: State | undefined, two: State): boolean =>
  one?.number === two.number && one.stamp === two.stamp;

/** What asks for the state. */
export const askingForState = Prisma.sql`
  select g."number", noted.stamp::text from "Generation" g left join search.generation noted using (number) where g."id" = 1`;

/** The state that the database is in. */
export async function getState(tx: Queries = db): Promise<State> {
  const [state] = await tx.$queryRaw<State[]>`${askingForState} ${plannedOnce}`;
  if (!state) throw new Error("The database has no generation");
  return state;
}

/** The transactions that may change what is public, each with the generation it has raised to, if it has. */
const raised = new WeakMap<Queries, bigint | null>();

/**
 * Belongs last in its transaction: the row stays locked until the transaction ends. A second time it does nothing.
 *
 * @throws Error in a transaction that was not begun by `publicly`, as nobody would wait for readers to see the change
 */
export async function raiseGeneration(tx: Queries): Promise<void> {
  if (!raised.has(tx)) throw new Error("What is public is changed in a transaction of its own kind: publicly()");
  // Once is enough: nothing of a transaction is seen before all of it.
  if (raised.get(tx) !== null) return;
  const { number } = await tx.generation.update({ where: { id: 1 }, data: { number: { increment: 1 } } });
  raised.set(tx, number);
}

/**
 * Runs a transaction. Where it changed anything public, it is over only when no page from before is answered any more, whichever
 * web process is asked: so what somebody is told is published can be read at once.
 */
export async function publicly<Value>(
  work: (tx: Queries) => Promise<Value>,
  options: { timeout?: number } = {},
): Promise<Value> {
  const { value, generation } = await db.$transaction(async (tx) => {
    raised.set(tx, null);
    return { value: await work(tx), generation: raised.get(tx) ?? null };
  }, options);
  if (generation !== null) await waitUntilSeen(generation);
  return value;
}

const pausesMs = [2, 3, 5, 10, 20, 50];
const patienceMs = 10_000;

/**
 * Waits for every web process that keeps pages to have seen a generation. One that does not answer loses its lease meanwhile;
 * while the database cannot be asked, nobody can be told anything new either, so what is done is not failed for that.
 */
async function waitUntilSeen(generation: bigint): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let turn = 0; performance.now() < until && (await isUnseen(generation).catch(() => true)); turn += 1)
    await wait(pausesMs[turn] ?? 50);
}

async function isUnseen(generation: bigint): Promise<boolean> {
  const rows = await primary.$queryRaw<unknown[]>`
    select 1 from "Lease" where "generation" < ${generation} and "until" > now() limit 1`;
  return rows.length > 0;
}

let asking: Promise<boolean> | null = null;

/**
 * Whether the database answers. Never throws. One question serves all who ask while it is on its way: many fail at once, and
 * each asking for itself would keep the few connections from whoever asks what is current.
 */
export function isDatabaseUp(): Promise<boolean> {
  asking ??= primary.$queryRaw`select 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => (asking = null));
  return asking;
}
