import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSite, type RunningSite } from "#tests/support/running-site.ts";
import { inTurns } from "#tests/support/ask.ts";
import { startBare } from "./bare-server.ts";
import { cpuMsOf } from "../processes.ts";
import { load, type Load } from "./load.ts";
import { startNginx } from "./nginx.ts";

interface Request {
  /** How many rounds of each, in turns; the middle one counts. */
  rounds: number;
  requests: number;
  /** Where the figures are written as JSON, besides the table. */
  to?: string | undefined;
}

type Target = { name: string; url: string; pid: number };

/** How quick pages are that were made before, beside the least that a server can do, and what one costs that was not. */
export async function runWeb({ rounds, requests, to }: Request): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-web-"));
  await chmod(folder, 0o755);
  const site = await startSite({ DATA_DIR: folder, RENDERERS: "" });
  try {
    const figures = { warm: await warmPages(site, rounds, requests), cold: await coldPages(site) };
    if (to) await writeFile(to, JSON.stringify(figures, null, 2));
  } finally {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function warmPages(site: RunningSite, rounds: number, requests: number) {
  const caseStudy = await firstCaseStudy(site.address);
  const figures: Record<string, Record<string, Load>> = {};
  for (const [name, path] of [
    ["listing", "/case-studies"],
    ["search", "/case-studies?q=waste+collection"],
    ["case study", caseStudy],
  ] as const) {
    const ours = { name: "Casebook", url: site.address + path, pid: site.process.pid ?? 0 };
    const bare = await startBare(ours.url);
    const nginx = await startNginx(bare.bytes);
    const targets: Target[] = [
      ours,
      { name: "bare Node", ...bare },
      ...(nginx ? [{ name: "nginx, a file", ...nginx }] : []),
    ];
    figures[name] = compare(targets, rounds, requests);
    tell(`${name}, ${bare.bytes.length} bytes`, figures[name]);
    bare.stop();
    await nginx?.stop();
  }
  return figures;
}

async function firstCaseStudy(address: string): Promise<string> {
  const html = await (await fetch(`${address}/case-studies`)).text();
  return /href="(\/case-studies\/[a-z0-9-]+)"/.exec(html)?.[1] ?? "/";
}

/** Every target in turn, round after round, so that a busy moment of the machine meets all of them. */
function compare(targets: readonly Target[], rounds: number, requests: number): Record<string, Load> {
  for (const { url, pid } of targets) load(url, 2000, pid);
  const runs = Array.from({ length: rounds }, () => targets.map(({ url, pid }) => load(url, requests, pid)));
  return Object.fromEntries(
    targets.map(({ name }, place) => [name, middleOf(runs.flatMap((round) => round[place] ?? []))]),
  );
}

function middleOf(runs: readonly Load[]): Load {
  const middle = (of: (run: Load) => number) => runs.map(of).toSorted((a, b) => a - b)[runs.length >> 1] ?? NaN;
  return {
    rate: middle(({ rate }) => rate),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    cpuMs: middle(({ cpuMs }) => cpuMs),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function tell(title: string, figures: Record<string, Load>) {
  console.log(`\n${title}`);
  const least = figures["bare Node"]?.rate ?? NaN;
  for (const [name, { rate, p50, p99, cpuMs, failed }] of Object.entries(figures))
    console.log(
      `${name.padEnd(14)} ${rate.toFixed(0).padStart(7)} req/s (${(rate / least).toFixed(2)} of bare Node)  p50 ${p50.toFixed(1)} ms  ` +
        `p99 ${p99.toFixed(1)} ms  ${cpuMs.toFixed(3)} CPU-ms  ${failed} failed`,
    );
}

/** Pages that nobody has asked for yet: each with months of its own. */
async function coldPages(site: RunningSite) {
  const months = Array.from(
    { length: 400 },
    (_, turn) => `from=20${10 + (turn % 15)}-0${1 + (turn % 9)}&page=${1 + Math.floor(turn / 135)}`,
  );
  const kinds = { listing: "/case-studies?", search: "/case-studies?q=waste+collection&" };
  const figures: Record<string, { cpuMs: number; p50: number }> = {};
  for (const [name, path] of Object.entries(kinds)) {
    await inTurns(["region=wales", "region=scotland"], 1, (one) =>
      fetch(`${site.address}${path}${one}`).then((a) => a.text()),
    );
    const before = cpuMsOf(site.process.pid ?? 0);
    const times = await inTurns([...new Set(months)], 16, async (one) => {
      const begun = performance.now();
      await (await fetch(`${site.address}${path}${one}`)).text();
      return performance.now() - begun;
    });
    const cpuMs = (cpuMsOf(site.process.pid ?? 0) - before) / times.length;
    figures[name] = { cpuMs, p50: times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN };
    console.log(
      `\n${name} never asked for (${times.length}): ${cpuMs.toFixed(1)} CPU-ms, p50 ${figures[name].p50.toFixed(0)} ms with 16 at once`,
    );
  }
  return figures;
}
