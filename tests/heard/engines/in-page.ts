import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Engine } from "./engine.ts";

/*
 * Two engines that run within the page they judge. Both stay there, in a name of their own on the window.
 */

/** Squiz's HTML_CodeSniffer. @param folder it is installed in */
export async function codeSniffer(folder: string): Promise<Engine> {
  const source = await readFile(join(folder, "node_modules/html_codesniffer/build/HTMLCS.js"), "utf8");
  return {
    name: "HTML_CodeSniffer",
    async failures(page) {
      await bring(page, "HTMLCS", source);
      const { failed, seen } = await page.evaluate(async () => {
        const sniffer = (window as unknown as { HTMLCS: Sniffer }).HTMLCS;
        await new Promise<void>((done) => sniffer.process("WCAG2AA", document, done));
        const all = sniffer.getMessages();
        const failed = all.filter(({ type }) => type === sniffer.ERROR);
        return {
          seen: all.length,
          failed: failed.map(({ code, msg, element }) => `${code} ${msg} ${element.outerHTML?.slice(0, 160)}`),
        };
      });
      if (!seen) throw new Error("HTML_CodeSniffer had nothing at all to say, so it saw nothing");
      return failed;
    },
  };
}

/** What Equal Access calls a failure and is none, and why. */
const mistaken: Record<string, string> = {
  input_checkboxes_grouped: "Radio buttons of two forms are two groups, whatever they are called.",
  aria_form_label_unique: "A form without a name is no landmark, so none can be taken for another.",
};

/** IBM's Equal Access engine. @param folder it is installed in */
export async function equalAccess(folder: string): Promise<Engine> {
  const source = await readFile(join(folder, "node_modules/accessibility-checker-engine/ace.js"), "utf8");
  return {
    name: "Equal Access",
    async failures(page) {
      await bring(page, "ace", `${source}\nwindow.ace = ace;`);
      const { failed, seen } = await page.evaluate(async (mistaken) => {
        const { ace } = window as unknown as { ace: { Checker: new () => Checker } };
        const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
        const failed = results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL");
        return {
          seen: results.length,
          failed: failed
            .filter(({ ruleId }) => !(ruleId in mistaken))
            // A label that is only for whoever listens is a label all the same.
            .filter(({ ruleId, node }) => ruleId !== "input_label_exists" || !node?.labels?.[0]?.textContent?.trim())
            .filter(({ ruleId, node }) => ruleId !== "label_content_exists" || !node?.textContent?.trim())
            .map(({ ruleId, message, path, snippet }) => `${ruleId} ${message} ${path.dom} ${snippet}`),
        };
      }, mistaken);
      if (!seen) throw new Error("Equal Access gave no result at all, so it saw nothing");
      return failed;
    },
  };
}

/** Brings a program into a page unless it is there, past the policy that keeps other people's programs out. */
async function bring(page: Page, name: string, source: string) {
  if (!(await page.evaluate((name) => name in window, name))) await page.evaluate(source);
}

interface Sniffer {
  ERROR: number;
  process(standard: string, part: Document, done: () => void): void;
  getMessages(): { type: number; code: string; msg: string; element: { outerHTML?: string } }[];
}

interface Checker {
  check(
    part: Document,
    guidelines: string[],
  ): Promise<{
    results: {
      ruleId: string;
      value: [string, string];
      message: string;
      path: { dom: string };
      snippet: string;
      node?: HTMLInputElement;
    }[];
  }>;
}
