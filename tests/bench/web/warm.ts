import { answerOf, startBare } from "./least/bare-server.ts";
import { checkPage } from "./check.ts";
import type { Content } from "./content.ts";
import { memoryMbOf } from "../cost.ts";
import { load, middleOf, type Load } from "./load.ts";
import { hasNginx, startNginxFile } from "./least/nginx.ts";
import type { Begun, PageName, Target } from "./target.ts";

export interface Figures extends Load {
  /** Of the whole tree, after the last round. */
  memoryMb: number;
  /** Of one answer, as it comes. */
  bytes: number;
}

/** What each target was found to do, by its name. */
export type Compared = Record<string, Figures>;

interface Page {
  url(target: Target): string;
  /** Titles that show that it is the right page, and how many of them have to be there. */
  titles: string[];
  least: number;
}

interface Work {
  begun: Begun;
  rounds: number;
  requests: number;
}

type One = Pick<Target, "name" | "pids" | "slow"> & { url: string; bytes: number };

/** Three pages that were asked for before, of the first target and beside it of all others. */
export async function comparePages(targets: readonly Target[], content: Content, work: Work) {
  const figures: Record<string, Compared> = {};
  for (const [name, page] of Object.entries(pagesOf(content))) {
    console.log(`Asking for the ${name}`);
    const having = targets.filter(({ keeps }) => !keeps || keeps === name);
    figures[name] = await comparePage(having, page, work);
  }
  return figures;
}

function pagesOf({ posts }: Content): Record<PageName, Page> {
  const all = posts.map(({ title }) => title);
  // What only points to another site has no text of its own.
  const whole = posts.find(({ body }) => body);
  return {
    listing: { url: (target) => target.listOf({}), titles: all.slice(0, 1), least: 1 },
    search: { url: (target) => target.listOf({ words: "waste collection" }), titles: all, least: 5 },
    "case study": { url: (target) => target.caseStudyOf(whole?.slug ?? ""), titles: [whole?.title ?? ""], least: 1 },
  };
}

async function comparePage(targets: readonly Target[], { url, titles, least }: Page, work: Work): Promise<Compared> {
  const ones: One[] = [];
  for (const target of targets) {
    await checkPage(url(target), titles, least);
    // A page that is kept may be compressed better than when it was made.
    ones.push({ ...target, url: url(target), bytes: await checkPage(url(target), titles, least) });
  }
  const answer = await answerOf(ones[0]?.url ?? "");
  const bytes = answer.bytes.length;
  const begun = work.begun.use(new AsyncDisposableStack());
  try {
    const bare = await startBare(begun, answer);
    const file = hasNginx() ? await startNginxFile(begun, answer.bytes) : null;
    const others = [{ name: "bare Node", pids: [bare.pid], url: bare.url, bytes }];
    if (file) others.push({ name: "nginx, a file", pids: [file.pid], url: file.url, bytes });
    return await inRounds([...ones.slice(0, 1), ...others, ...ones.slice(1)], work);
  } finally {
    await begun.disposeAsync();
  }
}

/** Every target in turn, round after round and each time another one first, so that a busy moment of the machine meets all of them. */
async function inRounds(ones: readonly One[], { rounds, requests }: Work): Promise<Compared> {
  const ask = ({ url, pids, slow }: One) => load(url, slow ? Math.ceil(requests / 50) : requests, pids);
  const runs = new Map<One, Load[]>(ones.map((one) => [one, []]));
  // What compiles while it runs is slow in the beginning.
  for (const one of ones) await ask(one);
  for (let round = 0; round < rounds; round++)
    for (const one of [...ones.slice(round % ones.length), ...ones.slice(0, round % ones.length)])
      runs.get(one)?.push(await ask(one));
  return Object.fromEntries(
    Array.from(runs, ([{ name, pids, bytes }, all]) => [name, { ...middleOf(all), memoryMb: memoryMbOf(pids), bytes }]),
  );
}
