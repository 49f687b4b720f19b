import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { ensurePrograms } from "#tests/support/installed.ts";
import type { Finding, Looker } from "../part.ts";

const run = promisify(execFile);
const browsers: Record<string, readonly string[]> = {
  lynx: ["-dump", "-nolist", "-width=1000", "-assume_charset=utf-8", "-display_charset=utf-8"],
  w3m: ["-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8", "-cols", "1000"],
  links: ["-dump", "-width", "500", "-codepage", "utf-8"],
};

/** Has three browsers that know nothing but text show every page, which must have its heading, its words and its labels there. */
export async function text(): Promise<Looker> {
  ensurePrograms({ lynx: "lynx", w3m: "w3m", links: "links" });
  const folder = await mkdtemp(join(tmpdir(), "casebook-text-"));
  const file = join(folder, "page.html");
  const dump = async (browser: string, html: string) => {
    const own = `${file}.${browser}.${process.hrtime.bigint()}.html`;
    await writeFile(own, html);
    const { stdout } = await run(browser, [...(browsers[browser] ?? []), own], { maxBuffer: 2 ** 26 });
    await rm(own);
    return squeezed(stdout).replace(ownMarks, "");
  };
  const [noticed] = missing(["Not there"], await dump("lynx", "<!DOCTYPE html><title>A</title><p>There"));
  const broken = noticed ? [] : ["The check did not notice a word that is not there"];
  let looks = 0;

  return {
    async look(page, { name, html }) {
      const wanted = await wordsOf(page, html);
      for (const browser of Object.keys(browsers)) {
        looks++;
        for (const words of missing(wanted, await dump(browser, html)))
          broken.push(`${browser}: ${name}: no “${words}”`);
      }
    },
    async finish(): Promise<Finding> {
      await rm(folder, { recursive: true });
      return { figures: [["pages shown as text", looks]], broken };
    },
  };
}

/** Around what came and went: lynx and w3m say it too. */
const ownMarks = /\[(?:INS|DEL):|:(?:INS|DEL)\]/g;

const squeezed = (said: string) => said.replace(/[\s\u00a0]+/g, "");

const missing = (wanted: readonly string[], shown: string) =>
  wanted.filter((words) => !shown.includes(squeezed(words)));

/** The heading, the labels and the first paragraphs of a page as it was sent: script may have added others since. */
const wordsOf = (page: Page, html: string): Promise<string[]> =>
  page.evaluate((html) => {
    const sent = new DOMParser().parseFromString(html, "text/html");
    const of = (selector: string) =>
      [...sent.querySelectorAll(selector)]
        .filter((one) => !one.closest("[aria-hidden=true]"))
        .map((one) =>
          (one.firstChild?.nodeType === 3 ? (one.firstChild.textContent ?? "") : (one.textContent ?? "")).trim(),
        )
        .filter(Boolean);
    return [...of("h1"), ...of("main p").slice(0, 5), ...of("label"), ...of("legend")];
  }, html);
