import { forgetUnpublishedLinks, keepLinkCheck, listFollowedSince, listLinked } from "#lib/data/upkeep/links.ts";
import { createLog } from "#lib/ops/log.ts";
import { followLink, type Followed } from "./follow-link.ts";
import { internet, type Network } from "./network.ts";

const caseStudiesAtOnce = 50;
const linksAtOnce = 8;
const hour = 60 * 60 * 1000;

interface Manner {
  now?: Date;
  network?: Network;
  /** For how long a run may begin new links. The next run goes on. */
  forMs?: number;
  patienceMs?: number;
  /** As which program it asks. */
  agent?: string;
}

/**
 * Follows every link of what is published that has not been followed within most of a day, so that several runs of one night
 * share the work, and one that died is completed by the next. The same address is asked for once in a run, and no server for two
 * things at a time.
 *
 * @returns how many links were followed
 */
export async function checkLinks(manner: Manner = {}): Promise<number> {
  const { now = new Date(), network = internet, forMs = 8 * 60_000 } = manner;
  const until = performance.now() + forMs;
  const ask = oncePerHost((url) => followLink(url, { network, ...manner }));
  await forgetUnpublishedLinks();
  let followed = 0;
  for (let after: string | null = null; performance.now() < until;) {
    const some = await listLinked(after, caseStudiesAtOnce);
    const due: { caseStudyId: string; url: string }[] = [];
    for (const { caseStudyId, urls } of some) {
      const done = new Set(await listFollowedSince(caseStudyId, urls, new Date(now.getTime() - 20 * hour)));
      due.push(...urls.filter((url) => !done.has(url)).map((url) => ({ caseStudyId, url })));
    }
    followed += await inTurns(due, async ({ caseStudyId, url }) => {
      if (performance.now() > until) return false;
      return keep(caseStudyId, url, await ask(url), now);
    });
    const last = some.at(-1);
    if (!last || some.length < caseStudiesAtOnce) break;
    after = last.caseStudyId;
  }
  return followed;
}

/** What cannot be kept of one link must not end the night for the others. @returns whether it was kept */
async function keep(...[caseStudyId, url, followed, now]: Parameters<typeof keepLinkCheck>): Promise<boolean> {
  try {
    await keepLinkCheck(caseStudyId, url, followed, now);
    return true;
  } catch (error) {
    createLog().error({ err: error, caseStudy: caseStudyId }, "what a link led to could not be kept");
    return false;
  }
}

/** Some at a time. @returns how many were done */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<boolean>): Promise<number> {
  const queue = [...items];
  let done = 0;
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) if (await work(item)) done++;
  };
  await Promise.all(Array.from({ length: linksAtOnce }, worker));
  return done;
}

/** Asks a host for one thing after the other, and for none twice. */
function oncePerHost(ask: (url: string) => Promise<Followed>): (url: string) => Promise<Followed> {
  const known = new Map<string, Promise<Followed>>();
  const busy = new Map<string, Promise<unknown>>();
  return (url) => {
    const before = known.get(url);
    if (before) return before;
    const { host } = new URL(url);
    const answer = (busy.get(host) ?? Promise.resolve()).then(() => ask(url));
    busy.set(host, answer);
    known.set(url, answer);
    return answer;
  };
}
