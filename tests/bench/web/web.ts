import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSite } from "#tests/support/running-site.ts";
import { casebookTarget } from "./casebook.ts";
import { compareCold } from "./cold.ts";
import { readContent, type Content } from "./content.ts";
import { hasH2load } from "./load.ts";
import { hasNginx, startNginxCache } from "./least/nginx.ts";
import { startPayload } from "./payload/payload.ts";
import { ratiosOf, tablesOf } from "./tables.ts";
import type { Begun, Target } from "./target.ts";
import { comparePages } from "./warm.ts";
import { startWordpress } from "./wordpress/wordpress.ts";

interface Request {
  /** How many rounds of each, in turns; the middle one counts. */
  rounds: number;
  /** How many in a round; one in fifty of them for what makes every page anew. */
  requests: number;
  /** Where the figures are written as JSON, and the tables as Markdown, besides what is printed. */
  to?: string | undefined;
  tableTo?: string | undefined;
  /** Names of those beside Casebook that are left out. */
  without: readonly string[];
}

/**
 * How quick pages are that were asked for before, beside the least that a server can do and beside other programs with the
 * same case studies, and what a page costs that nobody has asked for.
 */
export async function runWeb({ rounds, requests, to, tableTo, without }: Request): Promise<void> {
  const begun = new AsyncDisposableStack();
  let ended: Promise<void> | null = null;
  // Asked for a second time, while it is ending, it has to wait for the same end.
  const end = () => (ended ??= begun.disposeAsync());
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"])
    process.once(signal, () => void end().finally(() => process.exit(1)));
  try {
    const folder = await mkdtemp(join(tmpdir(), "casebook-web-"));
    begun.defer(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, 0o755);
    const site = await startSite({ DATA_DIR: folder, RENDERERS: "" });
    begun.defer(async () => void (await site.stop()));
    const ours = await casebookTarget(site, folder);
    const content = await readContent(site.address);
    const targets = [ours, ...(await startRivals(ours, content, { begun, without }))];
    const { topics, supportTypes, posts } = content;
    console.log(`${posts.length} case studies, ${topics.length} topics and ${supportTypes.length} support types`);
    if (!hasH2load()) console.log("Pages asked for before are left out: apt-get install nghttp2-client");
    const report = {
      warm: hasH2load() ? await comparePages(targets, content, { begun, rounds, requests }) : {},
      cold: await compareCold([ours, ...targets.filter(({ slow }) => slow)], content),
    };
    console.log(`\n${tablesOf(report)}\n\n${ratiosOf(report).join("\n")}`);
    if (to) await writeFile(to, JSON.stringify(report, null, 2));
    if (tableTo) await writeFile(tableTo, `${tablesOf(report)}\n`);
  } finally {
    await end();
  }
}

interface Start {
  begun: Begun;
  without: readonly string[];
}

/** Everything beside Casebook that is wanted and that this machine has; what it lacks is said and left out. */
async function startRivals(ours: Target, content: Content, { begun, without }: Start): Promise<Target[]> {
  const starts: Record<string, () => Promise<Target[] | string>> = {
    nginx: async () => (hasNginx() ? startNginxCache(begun, ours) : "apt-get install nginx"),
    wordpress: () => startWordpress(begun, content),
    payload: () => startPayload(begun, content),
  };
  const targets: Target[] = [];
  for (const [name, start] of Object.entries(starts)) {
    if (without.includes(name)) continue;
    const rival = await start();
    if (typeof rival === "string") console.log(`${name} is left out: ${rival}`);
    else targets.push(...rival);
  }
  return targets;
}
