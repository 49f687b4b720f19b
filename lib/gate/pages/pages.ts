import { setTimeout as sleep } from "node:timers/promises";
import { answerOf, isKeepable, keptPageOf, pausedPage, type KeptPage } from "#lib/gate/pages/kept-page.ts";
import { createFlights } from "#lib/gate/pages/flights.ts";
import { createPageStore, createTwoStores } from "#lib/gate/pages/store.ts";
import type { Answer } from "#lib/gate/send.ts";

/** What says which pages are current. */
export interface Generations {
  /** The current generation where it is certain without asking, otherwise null. */
  known(): bigint | null;
  /** Asks for it. Null where nobody answers. */
  ask(): Promise<bigint | null>;
  /** What was heard last, and how many milliseconds ago it was certain. */
  last(): { generation: bigint; ageMs: number };
}

/**
 * Makes a page, for as long as somebody waits for it.
 *
 * @param atLeast the generation that it has to show at least, from a replica of the database too where one has come to it; null to read
 *   the primary as it is
 */
export type Render = (gone: AbortSignal, atLeast: bigint | null) => Promise<Answer>;

export interface PagesOptions {
  /** One name for all addresses that show the same public page; null for an address that shows none. */
  keyOf: (path: string, query: string) => string | null;
  /** Whether what is under a key is the same for as long as this process runs, such as a stylesheet. */
  lasts?: (key: string) => boolean;
  /** Whether what is under a key is one of so many pages that it may push out no others. */
  isDear?: (key: string) => boolean;
  generations: Generations;
  mostBytes: number;
  /** What every kept page says in its head besides what all answers say. */
  fields?: Record<string, string>;
  /** Whether the database has replicas: they may be read while it cannot be reached itself, and a page may fail for one. */
  replicas?: boolean;
  /** For how long pages are shown while the database cannot be reached, in milliseconds. */
  outageMs?: number;
}

const quarterOfAnHour = 15 * 60_000;
/**
 * How long a page is waited for while nobody says what is current, how long for word of that, and how long once no page could be made.
 * With the four seconds in which a page is made or has failed, nobody waits for five.
 */
const doubt = { patienceMs: 2000, askingMs: 700, awayMs: 100 };
/** Between two tries to make a page while none can be made. */
const pauseMs = 1000;

/**
 * Keeps finished public pages and answers with them for as long as they are current: each is kept under the generation that
 * was current before it was made, so it shows that state or a newer one.
 */
export function createPages({
  keyOf,
  lasts = () => false,
  isDear,
  generations,
  mostBytes,
  fields = {},
  replicas = false,
  outageMs = quarterOfAnHour,
}: PagesOptions) {
  const store = isDear ? createTwoStores(mostBytes, isDear) : createPageStore(mostBytes);
  const join = createFlights();
  const paused = new WeakMap<KeptPage, KeptPage>();
  const counts = { hits: 0, misses: 0, paused: 0 };
  let failedAt = -Infinity;
  let failing: Render | null = null;
  let triedAt = -Infinity;
  let trying = false;

  /** Whether no page could be made, nor anybody say what is current, since it was last certain. */
  const isAway = () => failedAt > performance.now() - generations.last().ageMs;

  /** A page that is known to be current, without asking anybody. */
  function findCurrent(key: string): KeptPage | null {
    const page = store.find(key);
    if (!page || (page.generation !== null && page.generation !== generations.known())) return null;
    counts.hits += 1;
    return page;
  }

  /**
   * Answers with the page that `address` names, made anew where what is kept is not current.
   *
   * @param key what it is kept under: its address, and what else it depends on
   * @param gone when whoever asks has left
   */
  async function answer(key: string, address: string, render: Render, gone: AbortSignal): Promise<Answer> {
    const page = store.find(key);
    if (lasts(address)) return page ? hit(page) : renderAndKeep(key, null, render, gone);
    const generation = generations.known() ?? (await ask());
    if (generation === null) return answerInDoubt(key, render, gone);
    return page?.generation === generation ? hit(page) : renderAndKeep(key, generation, render, gone);
  }

  function hit(page: KeptPage): Answer {
    counts.hits += 1;
    return answerOf(page);
  }

  /** While the database is away, nobody waits long to hear that it still is. */
  function ask(): Promise<bigint | null> {
    return Promise.race([generations.ask(), sleep(isAway() ? doubt.awayMs : doubt.askingMs, null, { ref: false })]);
  }

  function renderAndKeep(key: string, generation: bigint | null, render: Render, gone: AbortSignal): Promise<Answer> {
    counts.misses += 1;
    const make = async (left: AbortSignal) => keep(key, generation, await renderAt(generation, render, left));
    return join(`${generation} ${key}`, make, gone);
  }

  /** One that failed may have failed for the replica that it was read from, so it is made once more without. */
  async function renderAt(generation: bigint | null, render: Render, left: AbortSignal): Promise<Answer> {
    const made = await render(left, generation);
    return replicas && generation !== null && made.because === "broken" ? render(left, null) : made;
  }

  function keep(key: string, generation: bigint | null, made: Answer): Answer {
    if (!isKeepable(made)) return made;
    const page = keptPageOf(made, generation, generation === null ? {} : fields);
    // A slow one that was begun before a change must not take the place of one from after it.
    if (!((store.find(key)?.generation ?? -1n) > (generation ?? 0n))) store.keep(key, page);
    return answerOf(page);
  }

  /**
   * Nobody says what is current. A page that the primary can make is; only where it cannot, the last good one is shown, or one
   * that a replica can make.
   */
  async function answerInDoubt(key: string, render: Render, gone: AbortSignal): Promise<Answer> {
    const make = () => join(`unknown ${key}`, (left) => render(left, null), gone);
    const orElse = (made: Answer | null) => (replicas ? answerFromReplica(key, render, gone) : (made ?? make()));
    if (isAway()) {
      const page = duringOutage(key);
      if (page) tryAgain();
      return page ?? orElse(null);
    }
    const made = await Promise.race([make(), sleep(doubt.patienceMs, null, { ref: false })]);
    if (made && made.status < 500) return made;
    failedAt = performance.now();
    failing = render;
    return duringOutage(key) ?? orElse(made);
  }

  /** A page that shows no earlier state than was heard of last, so what was taken down before the outage stays so. */
  async function answerFromReplica(key: string, render: Render, gone: AbortSignal): Promise<Answer> {
    const made = await renderAndKeep(key, generations.last().generation, render, gone);
    return made.kept ? asPaused(made.kept) : made;
  }

  /** Finds out, while nobody waits for it, whether a page can be made again that could not: others may need no database. */
  function tryAgain(): void {
    if (trying || !failing || performance.now() < triedAt + pauseMs) return;
    trying = true;
    const end = (made: Answer | null) => {
      trying = false;
      triedAt = performance.now();
      if (made && made.status < 500) failedAt = -Infinity;
    };
    failing(new AbortController().signal, null).then(end, () => end(null));
  }

  /** The last good page, for a while. One that was not current any more when the database went away is not shown. */
  function duringOutage(key: string): Answer | null {
    const page = store.find(key);
    const { generation, ageMs } = generations.last();
    if (!page || page.generation !== generation || ageMs > outageMs) return null;
    return asPaused(page);
  }

  function asPaused(page: KeptPage): Answer {
    const shown = paused.get(page) ?? pausedPage(page);
    paused.set(page, shown);
    counts.paused += 1;
    return answerOf(shown);
  }

  return { keyOf, findCurrent, isAway, answer, counts: () => ({ ...counts, ...store.size() }) };
}

export type Pages = ReturnType<typeof createPages>;
