import { parseAtomFeed } from "feedsmith";
import { ask, siteAddress } from "#tests/support/ask.ts";
import { firstOf, withdrawnCaseStudy } from "#tests/support/demonstration-addresses.ts";
import { expect, test } from "./test.ts";

const dressed = { Feed: "atom", JSON: "json", "Spreadsheet (CSV)": "csv" };
const types: Record<string, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

test("a list leads to itself in other dress, with the filters in force, from its first page on", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries&sort=title&page=2");
  const links = page.getByRole("paragraph").filter({ hasText: "Take this list with you" }).getByRole("link");
  await expect(links).toHaveText(Object.keys(dressed));
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  // Whoever follows a feed wants what is new; a file is the list as it is.
  expect(hrefs).toEqual([
    "/case-studies.atom?topic=libraries",
    "/case-studies.json?topic=libraries",
    "/case-studies.csv?topic=libraries&sort=title",
  ]);
  const alternates = page.locator('head link[rel="alternate"]');
  expect(await alternates.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([hrefs[0]]);

  const titles = await page.locator("h3").allTextContents();
  for (const [index, format] of Object.values(dressed).entries()) {
    const { status, headers, text } = await ask(hrefs[index] ?? "");
    expect([status, headers["content-type"]]).toEqual([200, types[format]]);
    if (format === "csv") for (const title of titles) expect(text).toContain(title.replaceAll('"', '""'));
  }
  const sorted = (format: string) => `/case-studies.${format}?topic=libraries&sort=title&page=2`;
  const { entries = [] } = parseAtomFeed((await ask(sorted("atom"))).text);
  expect(entries.map(({ title }) => title?.value)).toEqual(titles);
  const { items } = JSON.parse((await ask(sorted("json"))).text) as { items: { title: string }[] };
  expect(items.map(({ title }) => title)).toEqual(titles);
});

test("a list that search engines may have names all its formats in its head", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");
  const alternates = page.locator('head link[rel="alternate"]');
  expect(
    await alternates.evaluateAll((all) => all.map((link) => [link.getAttribute("type"), link.getAttribute("href")])),
  ).toEqual([
    ["application/atom+xml", "/case-studies.atom?topic=libraries"],
    ["application/feed+json", "/case-studies.json?topic=libraries"],
    ["text/csv", "/case-studies.csv?topic=libraries"],
  ]);
});

const followed = {
  "/topics/retrofit": "topic=retrofit",
  "/support-types/training": "support=training",
  "/councils/dorset": "council=dorset",
};
for (const [path, filter] of Object.entries(followed))
  test(`a feed reader that is given ${path} finds the feed of what it shows`, async ({ page }) => {
    await page.goto(path);
    const link = page.locator('head link[rel="alternate"]');
    expect(await link.getAttribute("type")).toBe("application/atom+xml");
    expect(await link.getAttribute("title")).toBe(`Case studies: ${await page.locator("h1").textContent()}`);
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toBe(`/case-studies.atom?${filter}`);

    const { status, text } = await ask(href);
    expect(status).toBe(200);
    const { entries = [] } = parseAtomFeed(text);
    const shown = await page.locator("section").first().locator("h3").allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(entries.slice(0, shown.length).map(({ title }) => title?.value)).toEqual(shown);
  });

test("a feed is sent again only when something has changed, compressed or not", async () => {
  for (const coding of ["br", "identity"]) {
    const first = await ask("/case-studies.atom", { "accept-encoding": coding });
    const again = await ask("/case-studies.atom", {
      "if-none-match": String(first.headers["etag"]),
      "accept-encoding": coding,
    });
    expect([again.status, again.wire.length]).toEqual([304, 0]);
  }
});

test("old addresses of the list lead to the new ones in every dress", async () => {
  for (const format of Object.values(dressed)) {
    const { status, headers } = await ask(`/case-studies.${format}?topic%5B2452%5D=2452`);
    expect([status, headers["location"]]).toEqual([301, `/case-studies.${format}?topic=libraries`]);
  }
});

test("a list that is not there is not answered with all there is, in any dress", async () => {
  for (const format of Object.values(dressed)) {
    const { status, headers, text } = await ask(`/case-studies.${format}?topic=nothing`);
    expect([status, headers["content-type"]]).toEqual([400, "application/problem+json"]);
    expect(JSON.parse(text)).toMatchObject({ detail: expect.stringContaining("could not be used: topic.") });
    expect((await ask(`/case-studies.${format}?topic=libraries&utm_source=x`)).status).toBe(200);
  }
});

test("a browser finds the search on every page, and what it finds searches", async ({ page }) => {
  await page.goto("/about");
  const search = page.locator('head link[rel="search"]');
  await expect(search).toHaveAttribute("type", "application/opensearchdescription+xml");
  const { text, headers } = await ask((await search.getAttribute("href")) ?? "");
  expect(headers["content-type"]).toBe("application/opensearchdescription+xml; charset=utf-8");
  const template = /type="text\/html" template="([^"]+)"/.exec(text)?.[1] ?? "";
  await page.goto(template.replace("{searchTerms}", "tameside+story+makers"));
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Tameside Story Makers");
});

test("robots find the sitemap, and every address of its first and last hundred is there, canonical and listed", async () => {
  const robots = await ask("/robots.txt");
  const index = await ask(new URL(/^Sitemap: (.*)$/m.exec(robots.text)?.[1] ?? "").pathname);
  const [part = ""] = locations(index.text);
  const addresses = locations((await ask(new URL(part).pathname)).text);
  expect(addresses.length).toBeGreaterThan(700);
  for (const address of [...addresses.slice(0, 100), ...addresses.slice(-20)]) {
    const { pathname, search } = new URL(address);
    const { status, text } = await ask(pathname + search);
    expect([address, status]).toEqual([address, 200]);
    expect(text).toContain(`<link rel="canonical" href="${address}"/>`);
    expect(text).not.toContain('content="noindex"');
  }
});

const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = ""]) => address);

test("a shared link to a case study has a picture, a title and words for who cannot see it", async ({ page }) => {
  await page.goto(await firstOf("/case-studies?outcome=mixed"));
  const said = (property: string) => page.locator(`head meta[property="${property}"]`).getAttribute("content");
  expect(await said("og:title")).toBe(await page.locator("h1").textContent());
  expect(await said("og:image:alt")).toContain("Outcome: Mixed");
  expect(await said("og:url")).toBe(page.url());
  const picture = new URL((await said("og:image")) ?? "");
  const { status, headers, wire } = await ask(picture.pathname);
  expect([status, headers["content-type"]]).toEqual([200, "image/png"]);
  expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect([wire.readUInt32BE(16), wire.readUInt32BE(20)]).toEqual([1200, 630]);
  expect((await ask(picture.pathname, { "if-none-match": String(headers["etag"]) })).status).toBe(304);
});

test("a shared link to a case study with a picture of its own shows that", async ({ page }) => {
  await page.goto("/case-studies/get-ready-lift-leave");
  const said = (property: string) => page.locator(`head meta[property="${property}"]`).getAttribute("content");
  expect(await said("og:image:alt")).toBe(await page.getByRole("figure").getByRole("img").getAttribute("alt"));
  const { status, headers } = await ask(new URL((await said("og:image")) ?? "").pathname);
  expect([status, headers["content-type"]]).toEqual([200, await said("og:image:type")]);
});

test("a withdrawn case study claims nothing to machines", async ({ page }) => {
  const path = await withdrawnCaseStudy();
  await page.goto(path);
  await expect(page.locator('meta[property="og:image"]')).toHaveCount(0);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /^Withdrawn on /);
  expect(await page.locator('script[type="application/ld+json"]').allTextContents()).toEqual([
    expect.stringContaining("BreadcrumbList"),
  ]);
  expect((await ask(`${path}/picture.png`)).status).toBe(404);
});

test("what a page says in the words of schema.org can be read, with whole addresses", async ({ page }) => {
  const kinds = { "/": "WebSite", "/case-studies?page=2": "ItemList", "/topics/libraries": "BreadcrumbList" };
  for (const [path, kind] of Object.entries(kinds)) {
    await page.goto(path);
    const [text = ""] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.stringify(JSON.parse(text))).toContain(`"@type":"${kind}"`);
    expect(text).not.toMatch(/"(?:url|item|@id)":"\//);
  }
});

test("later pages are known by their own address, and combinations of filters are not listed", async () => {
  const second = (await ask("/case-studies?topic=libraries&page=2")).text;
  expect(second).toContain(`<link rel="canonical" href="${siteAddress()}/case-studies?topic=libraries&amp;page=2"/>`);
  expect(second).not.toContain('content="noindex"');
  for (const query of [
    "topic=libraries&topic=arts",
    "topic=libraries&outcome=mixed",
    "q=bus",
    "sort=title",
    "council=dorset",
  ])
    expect((await ask(`/case-studies?${query}`)).text).toContain('<meta name="robots" content="noindex"/>');
});
