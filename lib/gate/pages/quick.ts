import type { IncomingMessage } from "node:http";
import type { KeptPage } from "#lib/gate/pages/kept-page.ts";
import type { Pages } from "#lib/gate/pages/pages.ts";

const mostKnown = 10_000;
const longest = 500;

/** Remembers which requests have passed every check and which page they are for, so that the next like it need pass none. */
export function createQuickWay(pages: Pages) {
  const known = new Map<string, string>();

  return {
    /** The current page for a request that is like one that was checked. */
    find(request: IncomingMessage): KeptPage | null {
      const key = isPlain(request) ? known.get(nameOf(request)) : undefined;
      return key === undefined ? null : pages.findCurrent(key);
    },
    remember(request: IncomingMessage, key: string): void {
      const name = nameOf(request);
      if (!isPlain(request) || name.length > longest) return;
      if (known.size >= mostKnown) known.clear();
      known.set(name, key);
    },
  };
}

const nameOf = ({ url, headers }: IncomingMessage) => `${headers.host} ${url}`;

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

function isPlain({ method, rawHeaders }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  let hosts = 0;
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place]?.toLowerCase() ?? "";
    if (!harmless.has(name)) return false;
    if (name === "host") hosts += 1;
  }
  return hosts === 1;
}
