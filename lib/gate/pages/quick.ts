import type { IncomingMessage } from "node:http";
import { splitTarget } from "#lib/gate/guards/target.ts";
import type { KeptPage } from "#lib/gate/pages/kept-page.ts";
import type { Pages } from "#lib/gate/pages/pages.ts";

const mostKnown = 10_000;
const longest = 500;

interface Known {
  host: string;
  /** What its page is kept under. */
  key: string;
  route: string | undefined;
}

/**
 * Remembers which requests have passed every check and which page they are for, so that the next like it need pass none.
 *
 * @param routeOf which address of the site a path is of, for whoever counts
 */
export function createQuickWay(pages: Pages, routeOf: (path: string) => string | undefined) {
  const known = new Map<string, Known>();

  return {
    /** The current page for a request that is like one that was checked, and which address of the site it is of. */
    find(request: IncomingMessage): { page: KeptPage; route: string | undefined } | null {
      const found = known.get(request.url ?? "");
      if (found === undefined || found.host !== request.headers.host || !isPlain(request)) return null;
      const page = pages.findCurrent(found.key);
      return page && { page, route: found.route };
    },
    remember(request: IncomingMessage, key: string): void {
      const { url = "", headers } = request;
      if (!headers.host || !isPlain(request) || url.length > longest) return;
      if (known.size >= mostKnown) known.clear();
      known.set(url, { host: headers.host, key, route: routeOf(splitTarget(url).path) });
    },
  };
}

/** Fields that no check looks at; a request with any other takes the long way. */
const harmless = new Set([
  ...["host", "connection", "user-agent", "referer", "cookie", "dnt", "priority", "te", "via", "forwarded", "from"],
  ...["accept", "accept-encoding", "accept-language", "accept-charset", "if-none-match", "if-modified-since"],
  ...["content-type", "range", "if-range"],
  ...["cache-control", "pragma", "upgrade-insecure-requests", "purpose", "keep-alive", "x-real-ip"],
  ...[
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "sec-fetch-user",
    "sec-purpose",
    "sec-speculation-tags",
    "sec-gpc",
  ],
  ...["sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "sec-ch-prefers-color-scheme"],
  ...[
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-port",
    "x-request-id",
    "traceparent",
    "x-amzn-trace-id",
    "cf-ray",
    "cf-connecting-ip",
    "cf-visitor",
    "cdn-loop",
  ],
]);

function isPlain({ method, headers, rawHeaders }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  let fields = 0;
  for (const name in headers) {
    if (!harmless.has(name)) return false;
    fields += 1;
  }
  // Each came once: of two, such as two hosts, `headers` shows one.
  return rawHeaders.length === 2 * fields;
}
