import { request as askPlainly } from "node:http";
import { request as askSecurely } from "node:https";
import type { LinkResult } from "#lib/domain/upkeep/link-results.ts";
import { guardedLookup, internet, isForbiddenLiteral, NotPublic, portOf, type Network } from "./network.ts";

/** What a link led to. */
export interface Followed {
  result: LinkResult;
  /** Of the last answer, null where there was none. */
  status: number | null;
  /** Where it led for good, "" where it stands for itself. */
  target: string;
}

interface Manner {
  network?: Network;
  /** For how long the whole way may take. */
  patienceMs?: number;
  /** As which program it asks. */
  agent?: string;
}

const mostHops = 8;
const usualPatienceMs = 15_000;
const movedForGood: readonly number[] = [301, 308];
const redirects: readonly number[] = [...movedForGood, 302, 303, 307];
/** What a server says to a program that it would let a person pass. The link is taken to work. */
const guarded: readonly number[] = [401, 402, 403, 407, 429, 451, 999];
/** What a server says that does not know the short question. */
const wantsWhole: readonly number[] = [400, 403, 404, 405, 406, 410, 500, 501, 503];

/** Follows a link as a reader's browser would, without taking anything in. Every step is looked at before it is made. */
export async function followLink(
  address: string,
  { network = internet, patienceMs = usualPatienceMs, agent = "Casebook link check" }: Manner = {},
): Promise<Followed> {
  const signal = AbortSignal.timeout(patienceMs);
  const seen = new Set<string>();
  let url = new URL(address);
  let target = "";
  let permanent = true;
  try {
    while (seen.size < mostHops && !seen.has(url.href)) {
      seen.add(url.href);
      const { status, location } = await answerOf(url, { network, signal, agent });
      if (!redirects.includes(status) || !location) return conclude(status, target);
      const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
      if (!next || !/^https?:$/.test(next.protocol)) return { result: "dead", status, target: "" };
      permanent &&= movedForGood.includes(status);
      url = next;
      target = permanent ? url.href : target;
    }
    return { result: "loop", status: null, target: "" };
  } catch (error) {
    return { result: whyNot(error, signal), status: null, target: "" };
  }
}

function conclude(status: number, target: string): Followed {
  if (status < 400 || guarded.includes(status)) return { result: target ? "moved" : "ok", status, target };
  return { result: status >= 500 ? "unreachable" : "dead", status, target: "" };
}

function whyNot(error: unknown, signal: AbortSignal): LinkResult {
  if (error instanceof NotPublic) return "not-followed";
  return signal.aborted ? "slow" : "unreachable";
}

interface Asking {
  network: Network;
  signal: AbortSignal;
  agent: string;
}
interface Answered {
  status: number;
  location: string;
}

/** First the question for the head alone, which costs the other side least. */
async function answerOf(url: URL, asking: Asking): Promise<Answered> {
  const answer = await ask("HEAD", url, asking);
  return wantsWhole.includes(answer.status) ? ask("GET", url, asking) : answer;
}

function ask(method: "HEAD" | "GET", url: URL, { network, signal, agent }: Asking): Promise<Answered> {
  if (isForbiddenLiteral(network, url)) throw new NotPublic(url.hostname);
  const open = url.protocol === "https:" ? askSecurely : askPlainly;
  return new Promise((done, fail) => {
    const asking = open(url, {
      ...{ method, signal, lookup: guardedLookup(network, portOf(url)), agent: false },
      headers: { "User-Agent": agent, Accept: "text/html,*/*;q=0.8" },
      // Names and passwords in an address are for nobody else.
      auth: "",
    });
    asking.on("response", (response) => {
      done({ status: response.statusCode ?? 0, location: response.headers.location ?? "" });
      // Whatever the page is, nothing of it is read.
      response.destroy();
    });
    asking.on("error", fail);
    asking.end();
  });
}
