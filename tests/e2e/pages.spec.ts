import { ask, siteAddress } from "#tests/support/ask.ts";
import { pageKinds } from "#tests/support/page-kinds.ts";
import { expect, look, test } from "./test.ts";

const brotli = { "accept-encoding": "br" };
const kilobyte = 1000;
const budget = { raw: 40 * kilobyte, compressed: 15 * kilobyte, styles: 10 * kilobyte };

const promised = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

for (const { name, status, find } of pageKinds) {
  look(
    `${name}: ${status}, whole without script, within budget, with nothing in it that should not be`,
    async ({ page }) => {
      const path = await find();
      const response = await page.goto(path);

      expect(response?.status()).toBe(status);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\S/);
      await expect(page.getByRole("main")).toHaveCount(1);
      await expect(page.getByRole("banner")).toHaveCount(1);
      await expect(page.getByRole("contentinfo")).toHaveCount(1);
      await expect(page).toHaveTitle(/\S – Casebook$/);
      expect(await page.context().cookies()).toEqual([]);

      const { text, wire, headers } = await ask(path);
      expect(text).not.toMatch(
        /<script(?! type="(?:application\/ld\+json|module" src="\/js\/[a-z]+\.js)">)|as="?script|modulepreload|<template|<!--|\sstyle="|\son[a-z]+="|name="gate"/i,
      );
      expect(wire.length).toBeLessThanOrEqual(budget.raw);
      expect((await ask(path, brotli)).wire.length).toBeLessThanOrEqual(budget.compressed);
      // Search engines leave out of account one that is not whole.
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(text)?.[1] ?? siteAddress();
      expect(canonical.startsWith(siteAddress())).toBe(true);
      expect(headers).toMatchObject(promised);
      expect(headers["permissions-policy"]).toContain("camera=()");
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["vary"]).toBe("Accept-Encoding");
    },
  );
}

test("no two addresses share a title, except errors of one status and the sorts of one listing", async () => {
  const owners = new Map<string, Set<string>>();
  for (const { status, find } of pageKinds) {
    const { text } = await ask(await find());
    const title = /<title>([^<]+)<\/title>/.exec(text)?.[1] ?? "";
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1]?.replace(/\?sort=\w+$/, "");
    owners.set(title, (owners.get(title) ?? new Set()).add(canonical ?? String(status)));
  }
  expect(owners.size).toBeGreaterThan(25);
  expect([...owners].filter(([, addresses]) => addresses.size > 1)).toEqual([]);
});

test("all styles of the site together are small, and no style, font or picture comes from elsewhere", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/case-studies");
  const home = new URL(page.url()).origin;
  expect(asked.filter((url) => new URL(url).origin !== home)).toEqual([]);

  const styles = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(styles.length).toBeGreaterThan(0);
  const sizes = await Promise.all(styles.map(async (href) => (await ask(href ?? "", brotli)).wire.length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget.styles);
});

test("a file whose name holds its own checksum may be kept for a year, a page is asked for again", async () => {
  const { text, headers } = await ask("/");
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? "";
  expect((await ask(style)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers["cache-control"]).toBe("public, no-cache");
  expect((await ask("/", { "if-none-match": String(headers["etag"]) })).status).toBe(304);
});

test("the page of a withdrawn case study says why, and is kept from search engines", async ({ page }) => {
  await page.goto(
    await (pageKinds.find(({ name }) => name === "a withdrawn case study") as (typeof pageKinds)[0]).find(),
  );
  await expect(page.getByText(/^Withdrawn on \d+\s\w+\s\d{4}$/)).toBeVisible();
  await expect(page.getByText("The council has found a mistake in the comparison figures")).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
});
