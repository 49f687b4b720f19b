/*
 * Reads the whole site as those do who do not see it as most do, and in every browser: aloud, as text, by four engines, and as
 * programs read it.
 *
 *   npm run test:long -- heard [part…] [--only=words of a journey]
 *
 * SITE_ADDRESS names a site with the demonstration that runs already; otherwise it starts one.
 */
import { parseArgs } from "node:util";
import openSite from "#tests/support/site-server.ts";
import { browsers } from "./browsers/browsers.ts";
import { engines } from "./engines/engines.ts";
import { feeds } from "./feeds/feeds.ts";
import { links } from "./links/links.ts";
import { markup } from "./markup/nu.ts";
import { orca } from "./orca/orca.ts";
import type { Finding, Looker, Part } from "./part.ts";
import { reader } from "./reader/reader.ts";
import { form } from "./text/form.ts";
import { text } from "./text/text.ts";
import { walk } from "./walk.ts";

/** Those that are shown every page in every state, in one walk. */
const lookers: Record<string, () => Promise<Looker>> = { engines, markup, text };

/** Those that look by themselves. */
const parts: Record<string, Part> = { browsers, feeds, form, links, orca, reader };

const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
const all = [...Object.keys(lookers), ...Object.keys(parts)];
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length) {
  console.error(`There is no part called ${unknown.join()}. There are: ${all.join(", ")}.`);
  process.exit(2);
}
const wanted = (name: string) => !positionals.length || positionals.includes(name);

const close = await openSite();
let broken = 0;
try {
  const chosen = Object.keys(lookers).filter(wanted);
  if (chosen.length) await walkWith(chosen);
  for (const [name, part] of Object.entries(parts)) if (wanted(name)) tell(name, await part().catch(failed));
} finally {
  await close?.();
}
console.log(broken ? `\n${broken} broken` : "\nEvery promise holds.");
process.exit(broken ? 1 : 0);

async function walkWith(names: readonly string[]) {
  const looking = await Promise.all(names.map((name) => lookers[name]?.() as Promise<Looker>));
  const { states, broken: cutShort } = await walk(looking, values.only);
  tell("walk", { figures: [["states of pages", states]], broken: cutShort });
  for (const [index, looker] of looking.entries()) tell(names[index] ?? "", await looker.finish());
}

function tell(name: string, finding: Finding) {
  console.log(`\n${name}`);
  for (const [what, figure] of finding.figures) console.log(`${what.padEnd(58)}${figure}`);
  for (const line of finding.broken) console.log(`✗ ${line}`);
  broken += finding.broken.length;
}

function failed(error: unknown): Finding {
  return { figures: [], broken: [String((error instanceof Error && error.stack) || error)] };
}
