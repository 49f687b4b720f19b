import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { findChromium } from "#tests/support/chromium.ts";

const score = z.object({ title: z.string(), score: z.number().transform((share) => Math.round(share * 100)) });
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

const report = z.object({
  categories: z.object({ performance: score, accessibility: score, "best-practices": score, seo: score }),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), numericValue: z.number().optional(), details: z.unknown().optional() }),
  ),
});

const network = z.object({ items: z.array(z.object({ url: z.string(), transferSize: z.number() })) });

export interface Audited {
  scores: Record<(typeof categories)[number], number>;
  /** Milliseconds, and for the last a share of the screen. */
  times: Record<(typeof measures)[number], number>;
  /** Over the wire, with the fields of each answer. */
  bytes: number;
  /** The addresses of all that the page needed. */
  asked: string[];
  /** What has no full marks, and what it has. */
  short: string[];
}

const measures = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
] as const;

const tries = 3;

/**
 * Asks Lighthouse about a page as a slow phone sees it, as it does without further settings. Where Lighthouse itself fails, which
 * it does now and then on a busy machine, it is asked again and that is said.
 *
 * @param lighthouse where it begins
 */
export async function audit(lighthouse: string, url: string): Promise<Audited> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await auditOnce(lighthouse, url);
    } catch (error) {
      if (turn === tries) throw error;
      const why = error instanceof Error && "stderr" in error ? error.stderr : error;
      console.log(`Lighthouse failed and is asked again about ${url}: ${String(why).trim()}`);
    }
  }
}

async function auditOnce(lighthouse: string, url: string): Promise<Audited> {
  const chromium = findChromium();
  if (!chromium) throw new Error("Lighthouse needs a Chromium: apt-get install chromium");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [lighthouse, url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 2 ** 28 },
  );
  const { categories: found, audits } = report.parse(JSON.parse(stdout));
  const { items } = network.parse(audits["network-requests"]?.details);
  const numberOf = (name: string) => audits[name]?.numericValue ?? NaN;
  return {
    scores: valuesOf(categories, (name) => found[name].score),
    times: valuesOf(measures, numberOf),
    bytes: items.reduce((sum, { transferSize }) => sum + transferSize, 0),
    asked: items.map((item) => item.url),
    short: Object.entries(audits).flatMap(([name, { score: share }]) =>
      share !== null && share < 1 ? [`${name} ${share.toFixed(2)}`] : [],
    ),
  };
}

const valuesOf = <Name extends string>(names: readonly Name[], of: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>;

/** The middle one of each number of several runs, and all that was short of full marks in any. */
export function middleOf(runs: readonly Audited[]): Audited {
  const middle = (of: (run: Audited) => number) => runs.map(of).toSorted((a, b) => a - b)[runs.length >> 1] ?? NaN;
  return {
    scores: valuesOf(categories, (name) => middle(({ scores }) => scores[name])),
    times: valuesOf(measures, (name) => middle(({ times }) => times[name])),
    bytes: middle(({ bytes }) => bytes),
    asked: [...new Set(runs.flatMap(({ asked }) => asked))],
    short: [...new Set(runs.flatMap(({ short }) => short))],
  };
}
