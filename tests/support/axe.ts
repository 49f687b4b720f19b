import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands, in words. */
export async function violations(page: Page, asked = tags): Promise<string[]> {
  // No page of ours holds a frame or a style from elsewhere, which the other mode looks for at four times the price.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"], preload: false });
  const { violations: found } = await axe.withTags(asked).analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}

/** What axe finds in both colour schemes. A scheme changes colours and nothing else. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await unfold(page);
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  return [...light, ...(await violations(page, ["cat.color"]))];
}

/** What is folded away is part of the page too. */
export const unfold = (page: Page) =>
  page.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
