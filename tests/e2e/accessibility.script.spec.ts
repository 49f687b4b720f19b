import { lookedAt, unfold, violations, violationsInBothSchemes } from "#tests/support/axe.ts";
import { pageKinds } from "#tests/support/page-kinds.ts";
import { expect, look, test } from "./test.ts";

for (const { name, find } of lookedAt(pageKinds)) {
  look(`${name}: axe finds nothing`, async ({ page }) => {
    await page.goto(await find());
    expect(await violationsInBothSchemes(page)).toEqual([]);
  });
}

for (const name of ["the listing", "a case study", "the front door"]) {
  look(`${name}: axe finds nothing with colours of the reader's own`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto((await pageKinds.find((kind) => kind.name === name)?.find()) ?? "");
    await unfold(page);
    expect(await violations(page)).toEqual([]);
  });
}

test("the dark scheme is dark and the light one light", async ({ page }) => {
  const brightness = async (colorScheme: "light" | "dark") => {
    await page.emulateMedia({ colorScheme });
    return page.evaluate(() => {
      const colours = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? [];
      return colours.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    });
  };
  await page.goto("/");
  expect(await brightness("light")).toBeGreaterThan(240);
  expect(await brightness("dark")).toBeLessThan(40);
});

test("axe finds faults where there are some, also those only the dark scheme has", async ({ page }) => {
  // A page that is written here obeys what the one before it said it may load.
  await page.goto("about:blank");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setContent(
    `<!DOCTYPE html><html lang="en"><head><title>Faults</title>
     <style>@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style></head>
     <body><main><h1>Faults</h1><img src="data:,"><p>Hard to read</p><input></main></body></html>`,
  );
  const names = (found: string[]) => found.map((violation) => violation.split(":")[0]);
  expect(names(await violations(page))).toEqual(expect.arrayContaining(["image-alt", "color-contrast", "label"]));
  expect(names(await violations(page, ["cat.color"]))).toEqual(["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page, ["cat.color"])).toEqual([]);
});
