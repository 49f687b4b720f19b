import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { siteAddress } from "#tests/support/ask.ts";
import { heard } from "#tests/support/heard.ts";
import { pageKinds } from "#tests/support/page-kinds.ts";
import { differ } from "../differ.ts";
import type { Finding } from "../part.ts";
import { openChromium } from "../walk.ts";
import { lasting } from "./lasting.ts";

/** What is read of which kinds of page. Kinds that differ from one of these in their words alone are left to the other checks. */
const read: Record<string, readonly string[]> = {
  finding: [
    ...["the front door", "the listing", "a listing with one result", "a corrected search with something recognised"],
    ...["suggestions", "an empty listing"],
  ],
  reading: ["a case study", "a signpost", "a case study due for review", "a withdrawn case study"],
  browsing: [
    ...["the topics", "a topic with others within it", "the support types", "a support type", "the councils"],
    ...["a search for a council", "a council with predecessors", "a council that has ended", "the collections"],
    "a collection",
  ],
  about: [
    ...["the API", "the downloads", "about", "contact", "accessibility", "privacy", "cookies", "how to submit"],
    "starting from a Word file",
  ],
  errors: ["an address that cannot be read", "an unknown address", "a case study that was taken down"],
};

/*
 * What a virtual reader must say of each stands beside this, reviewed once. READER_WRITES=1 writes it anew, to be reviewed again.
 */
const written = (folder: string, name: string) =>
  join(import.meta.dirname, folder, `${name.toLowerCase().replaceAll(" ", "-")}.txt`);

/** Has a virtual screen reader read a page of every kind, and compares what it says with what was reviewed. */
export async function reader(): Promise<Finding> {
  const browser = await openChromium();
  // The reader is a module of its own, which the site's policy would rightly refuse.
  const context = await browser.newContext({ baseURL: siteAddress(), locale: "en-GB", bypassCSP: true });
  const page = await context.newPage();
  const broken: string[] = [];
  let [pages, phrases] = [0, 0];
  for (const [folder, names] of Object.entries(read)) {
    for (const name of names) {
      const lines = await readAloud(page, name);
      if (process.env["READER_WRITES"]) await keep(written(folder, name), lines);
      const difference = differ(await expected(written(folder, name)), lines);
      if (difference) broken.push(`${name}: ${difference}`);
      pages += 1;
      phrases += lines.length;
    }
  }
  const faulty = differ(await expected(written("about", "contact")), await readAloud(page, "contact", loseHeading));
  if (!faulty) broken.push("The comparison did not notice a heading that was lost");
  await browser.close();
  const figures: [string, string | number][] = [
    ["kinds of page read", pages],
    ["phrases heard", phrases],
    ["a lost heading is noticed", faulty ?? "no"],
  ];
  return { figures, broken };
}

async function readAloud(page: Page, name: string, spoil?: (page: Page) => Promise<void>): Promise<string[]> {
  const kind = pageKinds.find((one) => one.name === name);
  if (!kind) throw new Error(`There is no kind of page called ${name}`);
  await page.goto(await kind.find());
  await spoil?.(page);
  const main = await heard(page);
  if (name !== "the front door") return main.map(lasting);
  // What stands around every page is read with one of them.
  return [...(await heard(page, "header", "banner")), ...main, ...(await heard(page, "footer", "contentinfo"))].map(
    lasting,
  );
}

const loseHeading = (page: Page) =>
  page.locator("main h1").evaluate((heading) => heading.replaceWith(...heading.childNodes));

async function keep(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${lines.join("\n")}\n`);
}

const expected = async (file: string) => (await readFile(file, "utf8").catch(() => "")).trimEnd().split("\n");
