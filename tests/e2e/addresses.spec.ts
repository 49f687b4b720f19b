import { ask } from "#tests/support/ask.ts";
import { expect, test } from "./test.ts";

const notice = "Some of this could not be used";
const permanent = [301, 308];
const canonicalOf = (text: string) =>
  /<link rel="canonical" href="([^"]+)"/
    .exec(text)?.[1]
    ?.replaceAll("&amp;", "&")
    .replace(/^https?:\/\/[^/]+/, "");

const old = [
  ["/case-studies?topic%5B2452%5D=2452&keys=&page=2", "/case-studies?topic=libraries&page=3"],
  ["/case-studies?topic%255B2452%255D=2452&keys=&page=2", "/case-studies?topic=libraries&page=3"],
  ["/case-studies?topic[2452]=2452", "/case-studies?topic=libraries"],
  ["/case-studies?topic%5B2446%5D=2446&page=0", "/case-studies?topic=culture-tourism-leisure-and-sport"],
  ["/case-studies?subject%5B2603%5D=2603", "/case-studies?support=communications-support"],
  ["/case-studies?topic%5B2449%5D=2449&topic%5B2431%5D=2431", "/case-studies?topic=arts&topic=youth"],
  ["/case-studies?page=0", "/case-studies"],
  ["/case-studies?keys=bins", "/case-studies?q=bins"],
  ["/case-studies?keys=bins&sort_by=title&sort_order=ASC", "/case-studies?q=bins&sort=title"],
  ["/case-studies?topic%5B2452%5D=2452&utm_source=letter", "/case-studies?topic=libraries"],
] as const;

for (const [from, to] of old) {
  test(`the old address ${from} leads for good to ${to}`, async () => {
    const { status, headers } = await ask(from);
    expect(permanent).toContain(status);
    expect(headers["location"]).toBe(to);
    expect((await ask(to)).status).toBe(200);
  });
}

const missed = [
  ["/councils/leeds.", "/councils/leeds"],
  ["/councils/leeds),", "/councils/leeds"],
  ["/councils/leeds%22", "/councils/leeds"],
  ["/Councils/Leeds", "/councils/leeds"],
  ["/TOPICS/Libraries;?utm_source=a&x=%zz", "/topics/libraries?utm_source=a&x=%EF%BF%BDzz"],
  ["/Case-Studies?topic=libraries", "/case-studies?topic=libraries"],
] as const;

for (const [from, to] of missed) {
  test(`${from}, which somebody meant for another, leads for good to ${to}`, async () => {
    const { status, headers } = await ask(from);
    expect(status).toBe(301);
    expect(headers["location"]).toBe(to);
    expect((await ask(to)).status).toBe(200);
  });
}

test("an address that nobody could have meant stays missing, with a search box and somebody to tell", async ({
  page,
}) => {
  const response = await page.goto("/councils/no-such-council");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "tell us" })).toHaveAttribute("href", "/contact");
  await page.getByLabel("Search the case studies").fill('"Tameside Story Makers"');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Your search returned 1 result");
});

test("an old address with a number nobody knows stays where it is and says so", async () => {
  const { status, text } = await ask("/case-studies?topic%5B9999%5D=9999");
  expect(status).toBe(200);
  expect(text).toContain(notice);
  expect(text).toContain("a topic we do not have");
});

const unused = [
  ["page=00", "a page that no list has"],
  ["page=-1", "a page that no list has"],
  ["page=1e3", "a page that no list has"],
  ["page=2&page=3", "a page that no list has"],
  ["topic=no-such-topic", "a topic we do not have"],
  ["topic=libraries&topic=no-such-topic", "a topic we do not have"],
  ["sort=best", "an order we do not have"],
  ["sort=relevance", "an order we do not have"],
  ["from=2024-13", "a first month we cannot read"],
  ["from=soon&to=later", "a first month we cannot read and a last month we cannot read"],
  ["like=atlantis", "a council’s name that we do not know"],
  ["council=atlantis&region=atlantis", "a region we do not have and a council we do not have"],
  ["outcome=WORKED", "an outcome we do not have"],
  ["colour=red", "1 thing we do not know"],
  ["colour=red&size=9", "2 things we do not know"],
  ["topic=no-such-topic&colour=red&size=9", "a topic we do not have and 2 others"],
  ["sort=%FF%FE", "an order we do not have"],
  ["topic=%zz", "a topic we do not have"],
  ["__proto__=1", "1 thing we do not know"],
  ["constructor=1&toString=2&hasOwnProperty=3", "3 things we do not know"],
  ["constructor[prototype]=1", "1 thing we do not know"],
] as const;

for (const [query, named] of unused) {
  test(`?${query}: the page leaves it out, says that it left out ${named}, and is kept by no cache`, async () => {
    const { status, headers, text } = await ask(`/case-studies?${query}`);
    expect(status).toBe(200);
    expect(text).toContain(notice);
    expect(text.replaceAll("\u00a0", " ")).toContain(`We left out ${named}.`);
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(text).toContain('<meta name="robots" content="noindex"/>');
  });
}

test("a name that is not ours is never repeated to the reader", async () => {
  const { text } = await ask("/case-studies?winaprize=1&topic=winasecond");
  expect(text).toContain("We left out a topic we do not have and 1 other.");
  expect(text).not.toContain("winaprize");
  expect(text).not.toContain("winasecond");
});

for (const query of ["utm_source=a&utm_anything=b", "gclid=1", "fbclid=2", "q=&topic=&page=", "&&=&", ""]) {
  test(`"?${query}" is passed over without a word`, async () => {
    const { status, headers, text } = await ask(`/case-studies?${query}`);
    expect(status).toBe(200);
    expect(text).not.toContain(notice);
    expect(headers["cache-control"]).toBe("public, no-cache");
    expect(canonicalOf(text)).toBe("/case-studies");
  });
}

const kinds = [
  ["/case-studies", "/case-studies", true],
  ["/case-studies?topic=libraries", "/case-studies?topic=libraries", true],
  ["/case-studies?page=2&topic=libraries", "/case-studies?topic=libraries&page=2", true],
  ["/case-studies?topic=culture-tourism-leisure-and-sport&topic=libraries", "/case-studies?topic=libraries", true],
  ["/case-studies?topic=libraries&topic=arts", "/case-studies?topic=arts&topic=libraries", false],
  ["/case-studies?q=bins", "/case-studies?q=bins", false],
  ["/case-studies?support=training", "/case-studies?support=training", false],
  ["/case-studies?sort=title", "/case-studies?sort=title", false],
  ["/case-studies?sort=newest", "/case-studies", true],
  ["/case-studies?to=2024-01&from=2023-01", "/case-studies?from=2023-01&to=2024-01", false],
  ["/case-studies?page=9999", "/case-studies?page=9999", false],
  ["/case-studies?q=%20two%20%20words%20", "/case-studies?q=two+words", false],
] as const;

for (const [from, canonical, indexed] of kinds) {
  test(`${from} is known as ${canonical} and is ${indexed ? "" : "not "}for search engines`, async () => {
    const { text } = await ask(from);
    expect(canonicalOf(text)).toBe(canonical);
    expect(text.includes('content="noindex"')).toBe(!indexed);
    expect(text.match(/rel="canonical"/g)).toHaveLength(1);
  });
}

test("nothing that others leave lying about is there: history, settings, sources, debugging, folders (V13.4.1, V13.4.2, V13.4.3)", async () => {
  const never = [
    ...["/.git/HEAD", "/.git/config", "/.env", "/.npmrc", "/package.json", "/next.config.ts", "/prisma/schema.prisma"],
    ...[
      "/.next/BUILD_ID",
      "/_next/static",
      "/_next/data",
      "/_next/image?url=%2Ficon.svg&w=64&q=75",
      "/__nextjs_stack_frame",
    ],
    ...["/files", "/server-status", "/debug", "/debug/pprof", "/actuator/env", "/node_modules/next/package.json"],
  ];
  for (const path of never) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  expect((await ask("/icon.svg")).status).toBe(200);
});
