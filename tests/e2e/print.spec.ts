import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { expect, look as test } from "./test.ts";

test("a printed case study is its words: no header, no navigation, no footer, black on white", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(await firstOf("/case-studies?outcome=mixed&sort=oldest"));

  for (const role of ["banner", "contentinfo"] as const) await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.locator("header")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "The challenge" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Contact" })).toBeVisible();

  const colours = await page
    .locator("article p")
    .evaluateAll((all) =>
      all
        .map((one) => getComputedStyle(one).color)
        .filter((colour) => !/^rgb\(0, 0, 0\)|^rgb\(51, 51, 51\)/.test(colour)),
    );
  expect(colours).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("a case study with a picture and figures is a paper of two pages", async ({ page }) => {
  await page.goto("/case-studies/get-ready-lift-leave");
  await expect(page.getByRole("figure")).toHaveCount(1);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});

test("a printed listing says where it is from and which page of how many it is", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/case-studies?topic=libraries&page=2");
  const line = page.getByText(/^Casebook · /);
  await expect(line).toBeVisible();
  expect((await line.innerText()).replaceAll("\u00a0", " ")).toMatch(
    /^Casebook · \S*\/case-studies\?topic=libraries&page=2 · Page 2 of \d+ · Open Government Licence v3.0$/,
  );
  await page.goto("/case-studies?topic=libraries&page=999");
  await expect(line).toHaveCount(0);
});

test("a printed listing is its sentence and its results, without the filters", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/case-studies?topic=libraries");
  await expect(page.getByRole("status")).toBeVisible();
  await expect(page.getByRole("list", { name: "Results" }).getByRole("listitem")).toHaveCount(10);
  await expect(page.getByRole("form")).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});

test("a printed case study says at its top and foot where it is from, and offers nothing to press", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print" });
  const path = await firstOf("/case-studies?outcome=mixed");
  await page.goto(path);
  const lines = page.getByText(/^Casebook · /);
  await expect(lines).toHaveCount(2);
  for (const line of await lines.all()) {
    await expect(line).toBeVisible();
    expect((await line.innerText()).replaceAll("\u00a0", " ")).toMatch(
      new RegExp(`^Casebook · \\S*${path} · Published \\d+ \\w+ \\d{4} · Open Government Licence v3.0$`),
    );
  }
  for (const text of [/^More like this/, /^All \d+ case studies/, /^Suggest a change/, /^Something wrong/])
    for (const found of await page.getByText(text).all()) await expect(found).toBeHidden();
});

test("a printed signpost spells out the address of its source", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(await firstOf("/case-studies?topic=libraries"));
  const source = page.getByRole("region", { name: "Published elsewhere" }).getByRole("link");
  const printed = await source.evaluate((link) => getComputedStyle(link, "::after").content);
  const href = await source.getAttribute("href");
  expect(href).toMatch(/^https?:/);
  expect(printed === `" (" attr(href) ")"` || printed.includes(href ?? "")).toBe(true);
});

test("the filters of a printed listing are a sentence", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/case-studies?q=history&topic=libraries&to=2026-12");
  await expect(page.getByText("Searched for: “history”")).toBeVisible();
  const chips = page.getByRole("list", { name: "Filters in force" });
  expect(await chips.evaluate((list) => getComputedStyle(list, "::before").content)).toBe('"Filtered by: "');
  expect(await chips.getByRole("link").evaluateAll((all) => all.map((one) => getComputedStyle(one).display))).toEqual([
    "inline",
    "inline",
  ]);
});

test("a case study can be kept as a PDF", async ({ page }) => {
  await page.goto(await firstOf("/case-studies?outcome=mixed"));
  const file = await page.pdf({ format: "A4", tagged: true });
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  expect(file.toString("latin1")).toContain("/StructTreeRoot");
});
