import type { Page } from "@playwright/test";
import { installed } from "#tests/support/installed.ts";
import type { Finding, Looker } from "../part.ts";
import { openChromium } from "../walk.ts";
import { alfa } from "./alfa.ts";
import { axe } from "./axe.ts";
import type { Engine } from "./engine.ts";
import { codeSniffer, equalAccess } from "./in-page.ts";

const packages = [
  "html_codesniffer@2.5.1",
  "accessibility-checker-engine@4.0.34",
  "@siteimprove/alfa-rules@0.114.0",
  "@siteimprove/alfa-web@0.114.0",
  "@siteimprove/alfa-wcag@0.114.0",
];

interface Dress {
  name: string;
  width: number;
  media: NonNullable<Parameters<Page["emulateMedia"]>[0]>;
  /** Whether all engines look, or only the first, and whether it looks at all there is or only at what a scheme changes. */
  by: "all" | "first" | "first, colours";
}

const plain = { colorScheme: "light", forcedColors: "none", reducedMotion: "no-preference" } as const;

/** How a page is looked at. */
const dresses: readonly Dress[] = [
  { name: "1280", width: 1280, media: plain, by: "all" },
  { name: "dark", width: 1280, media: { ...plain, colorScheme: "dark" }, by: "all" },
  { name: "forced colours", width: 1280, media: { ...plain, forcedColors: "active" }, by: "first, colours" },
  { name: "reduced motion", width: 1280, media: { ...plain, reducedMotion: "reduce" }, by: "first, colours" },
  { name: "320", width: 320, media: plain, by: "first" },
];

/** Has four engines look at each page. Before that, each is shown a sound page, and faults it must notice. */
export async function engines(): Promise<Looker> {
  const folder = await installed("engines", packages);
  const all = [axe(), await codeSniffer(folder), await alfa(folder), await equalAccess(folder)];
  await noticeFaults(all);
  const found = new Map<string, Set<string>>();
  const looked = new Map(all.map(({ name }) => [name, 0]));
  const spent = new Map<string, number>();

  return {
    async look(page, { name: state }) {
      for (const { name: dress, width, media, by } of dresses) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(media);
        for (const engine of by === "all" ? all : all.slice(0, 1)) {
          const began = performance.now();
          for (const failure of await engine.failures(page, by === "first, colours")) {
            const line = `${engine.name}: ${failure}`;
            found.set(line, (found.get(line) ?? new Set()).add(`${state} (${dress})`));
          }
          looked.set(engine.name, (looked.get(engine.name) ?? 0) + 1);
          spent.set(engine.name, (spent.get(engine.name) ?? 0) + performance.now() - began);
        }
      }
      await page.emulateMedia(plain);
      await page.setViewportSize({ width: 1280, height: 800 });
    },
    async finish(): Promise<Finding> {
      const failed = (engine: string) => [...found.keys()].filter((line) => line.startsWith(`${engine}: `)).length;
      return {
        figures: all.flatMap(({ name }): [string, string][] => [
          [
            `${name}: failures of A or AA`,
            `${failed(name)} in ${looked.get(name)} looks (${Math.round((spent.get(name) ?? 0) / 1000)} s)`,
          ],
        ]),
        broken: [...found].map(
          ([line, states]) => `${line}\n  on ${states.size}: ${[...states].slice(0, 3).join("; ")}`,
        ),
      };
    },
  };
}

const pageWith = (content: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Words</title></head><body><main><h1>Words</h1>${content}</main></body></html>`;

/** Each alone on a page, so that one which is noticed three times does not stand for the others. */
const faults: Record<string, string> = {
  "a picture without words": `<p>Words <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>`,
  "a field without a label": `<p><input type="text"></p>`,
  "words that are hard to read": `<p style="color: #999; background: #fff">Hard to read</p>`,
};

/** Has each engine find nothing on a sound page, and something on each that has a fault. */
async function noticeFaults(all: readonly Engine[]) {
  const browser = await openChromium();
  const page = await browser.newPage();
  let shown = "";
  await page.route("http://faults.test/", (route) => route.fulfill({ contentType: "text/html", body: shown }));
  for (const [fault, content] of [["none", ""], ...Object.entries(faults)] as const) {
    shown = pageWith(content);
    await page.goto("http://faults.test/");
    for (const { name, failures } of all) {
      const found = await failures(page, false);
      if (found.length > 0 !== (fault !== "none"))
        throw new Error(`${name} found ${found.length} where the fault was ${fault}: ${found.join("; ")}`);
    }
  }
  await browser.close();
}
