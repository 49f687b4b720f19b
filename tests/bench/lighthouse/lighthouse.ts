import { writeFile } from "node:fs/promises";
import { siteAddress } from "#tests/support/ask.ts";
import { firstOf } from "#tests/support/demonstration-addresses.ts";
import openSite from "#tests/support/site-server.ts";
import { audit, middleOf, type Audited } from "./audit.ts";
import { findLighthouse } from "./program.ts";
import { weigh, type Weights } from "./weights.ts";

interface Request {
  /** How often each page is looked at, in turns; the middle one of each number counts. */
  rounds: number;
  /** Where the figures are written as JSON, besides the tables. */
  to?: string | undefined;
}

type Figures = Record<string, Audited & { weights: Weights }>;

/** What Lighthouse thinks of the demonstration's pages, and what a first view of each weighs. SITE_ADDRESS names a site that runs already. */
export async function runLighthouse({ rounds, to }: Request): Promise<void> {
  const lighthouse = await findLighthouse();
  const close = await openSite();
  try {
    const paths = [...fixed, await firstOf("/case-studies?outcome=mixed")];
    const runs: Record<string, Audited[]> = {};
    for (let round = 1; round <= rounds; round += 1) {
      for (const path of paths) (runs[path] ??= []).push(await audit(lighthouse, siteAddress() + path));
      console.log(`${round} of ${rounds} rounds`);
    }
    const figures: Figures = {};
    for (const [path, all] of Object.entries(runs)) {
      const middle = middleOf(all);
      figures[path] = { ...middle, weights: await weigh(siteAddress() + path, middle.asked) };
    }
    tell(figures);
    if (to) await writeFile(to, JSON.stringify({ figures, runs }, null, 2));
  } finally {
    await close?.();
  }
}

const fixed = [
  ...["/", "/case-studies", "/case-studies?q=waste+collection", "/topics", "/topics/libraries"],
  ...["/councils/dorset", "/accessibility", "/submit"],
];

function tell(figures: Figures) {
  console.log(
    "| page | performance | accessibility | best practices | SEO | FCP | LCP | TBT | CLS | bytes | requests |",
  );
  console.log(`|${" --- |".repeat(11)}`);
  for (const [path, { scores, times, bytes, asked }] of Object.entries(figures)) {
    const [first, largest, blocked, moved] = Object.values(times);
    const milliseconds = [first, largest, blocked].map((time) => `${time?.toFixed(0)} ms`);
    row(path, ...Object.values(scores), ...milliseconds, moved?.toFixed(3), bytes, asked.length);
  }
  console.log("\n| page | HTML | compressed | styles | own script | fonts | framework script |");
  console.log(`|${" --- |".repeat(7)}`);
  for (const [path, { weights }] of Object.entries(figures)) row(path, ...Object.values(weights));
  for (const [path, { short }] of Object.entries(figures)) console.log(`${path}: ${short.join(", ") || "full marks"}`);
}

const row = (...cells: unknown[]) => console.log(`| ${cells.join(" | ")} |`);
