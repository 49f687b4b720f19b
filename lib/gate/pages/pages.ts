import { buffer } from "node:stream/consumers";
import { answerOf, isKeepable, keptPageOf, pausedPage, type KeptPage } from "#lib/gate/pages/kept-page.ts";
import { createPageStore } from "#lib/gate/pages/store.ts";
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

export interface PagesOptions {
  /** One name for all addresses that show the same public page; null for an address that shows none. */
  keyOf: (path: string, query: string) => string | null;
  /** Whether what is under a key is the same for as long as this process runs, such as a stylesheet. */
  lasts?: (key: string) => boolean;
  generations: Generations;
  mostBytes: number;
  /** What every kept page says in its head besides what all answers say. */
  fields?: Record<string, string>;
  /** For how long pages are shown while the database cannot be reached, in milliseconds. */
  outageMs?: number;
}

const quarterOfAnHour = 15 * 60_000;

/**
 * Keeps finished public pages and answers with them for as long as they are current: each is kept under the generation that
 * was current before it was made, so it shows that state or a newer one.
 */
export function createPages({
  keyOf,
  lasts = () => false,
  generations,
  mostBytes,
  fields = {},
  outageMs = quarterOfAnHour,
}: PagesOptions) {
  const store = createPageStore(mostBytes);
  const underWay = new Map<string, Promise<Answer>>();
  const paused = new WeakMap<KeptPage, Promise<KeptPage>>();

  /** A page that is known to be current, without asking anybody. */
  function findCurrent(key: string): KeptPage | null {
    const page = store.find(key);
    if (!page || page.generation === null) return page ?? null;
    return page.generation === generations.known() ? page : null;
  }

  /**
   * Answers with the page that `address` names, made anew where what is kept is not current.
   *
   * @param key what it is kept under: its address, and what else it depends on
   */
  async function answer(key: string, address: string, render: () => Promise<Answer>): Promise<Answer> {
    const page = store.find(key);
    if (lasts(address)) return page ? answerOf(page) : renderOnce(key, null, render);
    const generation = generations.known() ?? (await generations.ask());
    if (generation === null) return (page && (await duringOutage(page))) ?? render();
    return page?.generation === generation ? answerOf(page) : renderOnce(key, generation, render);
  }

  /** However many ask for a page at once, it is made once. */
  function renderOnce(key: string, generation: bigint | null, render: () => Promise<Answer>): Promise<Answer> {
    const flight = `${generation} ${key}`;
    const making =
      underWay.get(flight) ?? renderAndKeep(key, generation, render).finally(() => underWay.delete(flight));
    underWay.set(flight, making);
    return making;
  }

  async function renderAndKeep(key: string, generation: bigint | null, render: () => Promise<Answer>): Promise<Answer> {
    const made = await wholeAnswer(await render());
    if (!isKeepable(made)) return made;
    const page =
      generation === null
        ? await keptPageOf(made, null)
        : await keptPageOf(made, smaller(generation, made.generation), fields);
    store.keep(key, page);
    return answerOf(page);
  }

  /** The last good page, for a while. One that was not current any more when the database went away is not shown. */
  async function duringOutage(page: KeptPage): Promise<Answer | null> {
    const { generation, ageMs } = generations.last();
    if (page.generation !== generation || ageMs > outageMs) return null;
    const shown = paused.get(page) ?? pausedPage(page);
    paused.set(page, shown);
    return answerOf(await shown);
  }

  return { keyOf, findCurrent, answer };
}

export type Pages = ReturnType<typeof createPages>;

/** What several wait for can be sent only once as it comes. */
const wholeAnswer = async (made: Answer): Promise<Answer> =>
  Buffer.isBuffer(made.body) ? made : { ...made, body: await buffer(made.body) };

const smaller = (one: bigint, other: number | undefined) =>
  other !== undefined && BigInt(other) < one ? BigInt(other) : one;
