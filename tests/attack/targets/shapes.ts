/** Stands where tokens and personal data stand, so that it may not be found in a log. */
export const canary = "kanarienvogel7f3a";
/** The path of a request hidden in another; whoever serves it was deceived about where one ends. */
export const hidden = "/hidden-in-another";

type Chance = () => number;

const pick = <Item>(chance: Chance, items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
const times = (chance: Chance, most: number) => Math.floor(chance() * (most + 1));

const known = [
  ...["/", "/case-studies", "/topics/libraries", "/councils", "/submit/start", "/sign-in", "/editor", "/healthz"],
  ...[
    "/api/v1/case-studies",
    "/case-studies.atom",
    "/robots.txt",
    `/track/${canary}`,
    `/alerts/${canary}`,
    "/case-studies/x",
  ],
];
const pieces = [
  ...[
    "/",
    "//",
    "\\",
    "%",
    "%2f",
    "%5c",
    "%00",
    "%ff",
    "%c3%a9",
    "..",
    ".",
    "/./",
    "/../",
    "%2e%2e/",
    "?",
    "#",
    "&",
    "=",
    "@",
  ],
  ...[
    ":",
    "http:",
    "https://evil.example",
    "evil.example",
    "_rsc",
    ".rsc",
    "%25",
    "%252f",
    ";",
    "*",
    "\t",
    " ",
    "~",
    "|",
    "{",
    "}",
  ],
  ...[
    "__proto__",
    "constructor",
    "[]",
    "[a]",
    "[a][b]",
    "%u0041",
    "%E2%80%AE",
    "%ED%A0%80",
    "%0d%0aLocation:%20//evil.example",
  ],
  ...[
    "\x00",
    "\x01",
    "\x7f",
    "\x80",
    "\xff",
    "é",
    "_next/",
    "_next/data/",
    "/-/errors/500",
    ".git/HEAD",
    ".env",
    "a".repeat(300),
  ],
];
const names = [
  "q",
  "topic",
  "page",
  "from",
  "sort",
  "next",
  "council",
  "a[b]",
  "a[]",
  "__proto__",
  "constructor[prototype]",
  "then",
];
const values = [
  ...[
    "",
    "1",
    "-1",
    "1e309",
    "NaN",
    "' OR 1=1--",
    "%00",
    "%ff",
    "%",
    "%zz",
    "//evil.example",
    "https://evil.example/",
    "\\evil.example",
  ],
  ...[
    "%0d%0aSet-Cookie:%20a=b",
    "libraries",
    "2020-13",
    "[object Object]",
    `${"x".repeat(2000)}`,
    canary,
    "%F0%9F%92%A9",
    "+",
    "%2B",
  ],
];
const methods = [
  "TRACE",
  "CONNECT",
  "OPTIONS",
  "PUT",
  "DELETE",
  "PATCH",
  "HEAD",
  "PROPFIND",
  "BREW",
  "get",
  "G\x00T",
  "QUERY",
  "LINK",
  "",
];
const versions = ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/9.9", "http/1.1", "HTTP/", "", "HTTP/1.1 x"];
const heads = [
  ...["X-A: \x00", "X-A: b\r\n folded", ": nameless", "No colon", "X A: b", "X-A : b", `X-Long: ${"y".repeat(20_000)}`],
  ...[
    "Host: evil.example",
    "Host: localhost",
    "Host:",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 1e3",
    "Content-Length: 0, 0",
  ],
  ...[
    "Content-Length: 99999999999999999999",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: xchunked",
    "Transfer-Encoding : chunked",
  ],
  ...[
    "Transfer-Encoding: identity",
    "Upgrade: websocket",
    "Upgrade: h2c",
    "Expect: 100-continue",
    "Expect: nothing",
    "Range: bytes=9-1,-",
  ],
  ...[
    'If-None-Match: "',
    "If-None-Match: *",
    "Accept-Encoding: br;q=x,,;",
    "Accept-Encoding: zstd",
    `Cookie: ${"a=b; ".repeat(500)}`,
  ],
  ...[
    `Cookie: session_token=${canary}`,
    `Authorization: Bearer ${canary}`,
    `User-Agent: ${canary}\t\x1b[31m`,
    `Referer: http://x/?${canary}`,
  ],
  ...[
    "X-Forwarded-For: evil, ::1, 999.1.1.1",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-Proto: javascript",
    "RSC: 1",
  ],
  ...[
    "X-Middleware-Subrequest: middleware",
    "X-Nextjs-Data: 1",
    "Next-Action: x",
    "X-HTTP-Method-Override: DELETE",
    "Origin: null",
  ],
  ...[
    "Sec-Fetch-Site: cross-site",
    'Forwarded: for="_gazonk"',
    "Accept: */*;q=1000",
    "Accept-Language: ;;;",
    "Connection: host, close",
  ],
];

function target(chance: Chance): string {
  const sort = chance();
  if (sort < 0.3) return pick(chance, known) + query(chance);
  if (sort < 0.4)
    return `${pick(chance, ["http://", "https://", "//", "ftp://", ""])}evil.example${pick(chance, known)}`;
  if (sort < 0.43) return `/${"b".repeat(pick(chance, [200, 9000, 131_000, 140_000]))}`;
  return `${chance() < 0.8 ? "/" : ""}${Array.from({ length: 1 + times(chance, 6) }, () => pick(chance, pieces)).join("")}`;
}

function query(chance: Chance): string {
  const pairs = Array.from({ length: times(chance, 4) }, () => `${pick(chance, names)}=${pick(chance, values)}`);
  return pairs.length ? `?${pairs.join(pick(chance, ["&", "&", ";", "&&", "%26"]))}` : "";
}

/** One request that no browser sends, as bytes, one character each. */
export function oddRequest(chance: Chance): string {
  if (chance() < 0.05) return smuggled(chance);
  if (chance() < 0.03)
    return pick(chance, [
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "GET /\r\n\r\n",
      "\x16\x03\x01\x00\xa5\x01",
      "\r\n\r\n\r\n\x00\r\n\r\n",
    ]);
  const method = chance() < 0.75 ? "GET" : pick(chance, methods);
  const version = chance() < 0.9 ? "HTTP/1.1" : pick(chance, versions);
  const lines = [`${method} ${target(chance)} ${version}`];
  if (chance() < 0.95)
    lines.push(
      `Host: ${chance() < 0.92 ? "localhost" : pick(chance, ["evil.example", "", "a b", "localhost:99999", "[::1", "127.0.0.1", "localhost\\@evil"])}`,
    );
  for (let count = times(chance, 3); count > 0 && chance() < 0.6; count -= 1) lines.push(pick(chance, heads));
  const end = chance() < 0.97 ? "\r\n" : pick(chance, ["\n", "\r"]);
  return [...lines, "Connection: close", "", ""].join(end) + (end === "\r" ? "\r\n\r\n" : "");
}

const inner = `GET ${hidden} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** Two requests in one for whoever measures bodies differently: by length, by chunks, or by one of two lengths. */
export function smuggled(chance: Chance): string {
  const coding = pick(chance, [
    ...[
      "Transfer-Encoding: chunked",
      "Transfer-Encoding:\tchunked",
      "Transfer-Encoding : chunked",
      "Transfer-Encoding: chunked, identity",
    ],
    ...[
      "X: y\nTransfer-Encoding: chunked",
      "Transfer-encoding: CHUNKED",
      "Transfer-Encoding: xchunked",
      "Transfer-Encoding\r\n : chunked",
    ],
    ...["Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", "Transfer-Encoding: \x0bchunked"],
  ]);
  const head = `${pick(chance, ["GET", "POST"])} ${pick(chance, ["/", "/sign-in/send", "/submit/start/save"])} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin`;
  const chunked = `0\r\n\r\n${inner}`;
  return pick(chance, [
    `${head}\r\nContent-Length: ${chunked.length}\r\n${coding}\r\n\r\n${chunked}`,
    `${head}\r\nContent-Length: 4\r\n${coding}\r\n\r\n${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`,
    `${head}\r\nContent-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    `${head}\r\nContent-Length: ${inner.length}\r\nContent-Length: 0\r\n\r\n${inner}`,
    `${head}\r\nContent-Length: +0\r\n\r\n${inner}`,
    `${head}\r\n${coding}\r\n\r\n5;x="\r\n"\r\nhello\r\n0\r\n\r\n${inner}`,
    `${head}\r\n${coding}\r\n\r\n0\n\n${inner}`,
    `${head}\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
  ]);
}
