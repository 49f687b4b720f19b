import { Parser } from "htmlparser2";
import { ask, inTurns, siteAddress } from "#tests/support/ask.ts";
import type { Finding } from "../part.ts";

/** Filters can be put together in more ways than anybody could follow: of such pages this many are, and of pages in all this many. */
const most = { filtered: 150, pages: 4000 };
/** It shows how a mistake is answered. */
const mistakes = ["/api/v1/case-studies?topic=nothing&colour=red"];
const heads = { "x-forwarded-for": "10.77.1.1" };

interface Read {
  status: number;
  ids: ReadonlySet<string>;
  links: readonly string[];
}

/** Follows every link of every page from the front door on. Each must be there, and so must the place on it that it names. */
export async function links(): Promise<Finding> {
  const read = new Map<string, Read>();
  const asked: { from: string; to: URL }[] = [{ from: "the start", to: new URL("/", siteAddress()) }];
  const queue = ["/"];
  const known = new Set(queue);
  let filtered = 0;
  while (queue.length) {
    await inTurns(queue.splice(0, 40), 4, async (path) => {
      const page = await readPage(path);
      read.set(path, page);
      for (const link of page.links) {
        const to = URL.canParse(link, siteAddress() + path) ? new URL(link, siteAddress() + path) : null;
        if (!to) asked.push({ from: path, to: new URL("/an-address-that-is-none", siteAddress()) });
        if (to?.origin !== siteAddress()) continue;
        asked.push({ from: path, to });
        const next = to.pathname + to.search;
        if (known.has(next) || known.size >= most.pages) continue;
        if (to.search && ++filtered > most.filtered) continue;
        known.add(next);
        queue.push(next);
      }
    });
  }
  const followed = asked.filter(({ to }) => read.has(to.pathname + to.search));
  const broken = [
    ...new Set(followed.map(({ from, to }) => complaint(from, to, read.get(to.pathname + to.search)))),
  ].filter((one) => one !== null);
  const control = complaint("a control", new URL("/#nowhere", siteAddress()), read.get("/"));
  return {
    figures: [
      ["pages and files read", read.size],
      ["links followed", followed.length],
      ["  to a place on a page", followed.filter(({ to }) => to.hash).length],
      ["broken", broken.length],
    ],
    broken: [...broken, ...(control ? [] : ["The check did not notice a place that is not there"])],
  };
}

function complaint(from: string, to: URL, there: Read | undefined): string | null {
  if (there && mistakes.includes(to.pathname + to.search)) return null;
  if (!there || there.status >= 400)
    return `${from} leads to ${to.pathname}${to.search}, which answers ${there?.status}`;
  const place = decodeURIComponent(to.hash.slice(1));
  return place && !there.ids.has(place)
    ? `${from} leads to ${to.pathname}${to.search}${to.hash}, where there is no ${place}`
    : null;
}

/** What a page has, after it has sent on whoever asks. */
async function readPage(path: string, hops = 0): Promise<Read> {
  const { status, headers, text } = await ask(path, heads);
  if (status >= 300 && status < 400 && hops < 5) return readPage(pathOf(headers["location"]), hops + 1);
  const ids = new Set<string>();
  const found: string[] = [];
  if (!String(headers["content-type"]).startsWith("text/html")) return { status, ids, links: found };
  const parser = new Parser({
    onopentag(name, { id, href, src, action, method }) {
      if (id) ids.add(id);
      if (href && ["a", "link"].includes(name)) found.push(href);
      if (src) found.push(src);
      if (action && method !== "post") found.push(action);
    },
  });
  parser.end(text);
  return { status, ids, links: found };
}

function pathOf(location: unknown): string {
  const { pathname, search } = new URL(String(location), siteAddress());
  return pathname + search;
}
