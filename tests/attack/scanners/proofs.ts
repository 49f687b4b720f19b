import { request } from "node:https";
import { links } from "../matrix/table/addresses.ts";
import { table } from "../matrix/table/table.ts";
import type { Figures } from "../figures.ts";
import { isTabled, look, wordsToTry } from "./ffuf.ts";
import { attack, type Target } from "./sqlmap.ts";
import { findTargets } from "./targets.ts";
import { scan } from "./wapiti.ts";

export interface Sites {
  /** The addresses of both sites, through their fronts. */
  site: string;
  faulty: string;
  /** The same without TLS, for who asks anew each time. */
  plain: { site: string; faulty: string };
  /** The port of the site itself. */
  behind: number;
  folder: string;
  figures: Figures;
  /** How long sqlmap may take. */
  seconds: number;
}

/** Below what it looks. A word below any other is the name of a thing, which the table has a shape for. */
const folders = ["/", "/api/v1/", "/_next/", "/editor/"];

export async function proveFfuf({ site, faulty, folder, figures }: Sites): Promise<void> {
  const words = await wordsToTry();
  const control = (await look(faulty, "/", words, folder))
    .filter(({ status }) => status === 200)
    .map(({ path }) => path);
  const lying = ["/.git/config", "/.env", "/admin"].filter((path) => control.includes(path));
  figures.holds("  lying about on the faulty site, found", `${lying.length} of 3`, lying.length === 3);

  const hits = [];
  for (const below of folders) hits.push(...(await look(site, below, words, folder)));
  figures.holds(
    "  words tried, answers read",
    `${words.length * folders.length}, ${hits.length}`,
    hits.length === words.length * folders.length,
  );
  const open = hits.filter(({ status }) => status === 200);
  const ours = ["/about", "/robots.txt", "/sitemap.xml"].filter((path) => open.some((hit) => hit.path === path));
  figures.holds("  of what is there, found", `${ours.length} of 3`, ours.length === 3);
  figures.say("  answered with 200, all in all", open.length);
  figures.none(
    "  answered with 200 and not tabled",
    open.filter(({ path }) => !isTabled(path)).map(({ path }) => path),
  );
}

/** What wapiti says of every site like ours and what is no fault of it; each with why. */
const known: readonly (readonly [string, RegExp])[] = [
  // Browsers have taken it out, as it made holes; the policy for content does what it was for.
  ["a field that browsers took out", /^HTTP Secure Headers: GET \/ +X-XSS-Protection is not set$/],
];

export async function proveWapiti({ site, faulty, behind, folder, figures }: Sites): Promise<void> {
  const small = { from: [], perFolder: 20, depth: 2, look: 20, attack: 30 };
  const control = await scan(faulty, small, folder);
  const kinds = [
    "SQL Injection",
    "Cross Site Scripting",
    "Open Redirect",
    "Content Security Policy",
    "HTTP Secure",
    "HttpOnly",
  ];
  const found = kinds.filter((kind) => control.vulnerabilities.some((one) => one.startsWith(kind)));
  figures.holds(
    "  kinds of faults of the faulty site, found",
    `${found.length} of ${kinds.length}`,
    found.length === kinds.length,
  );
  figures.holds("  what it was made to ask for, seen", String(control.fetched), control.fetched > 0);
  figures.holds(
    "  its failures, found",
    String(control.anomalies.length),
    control.anomalies.some((one) => one.startsWith("Internal Server Error")),
  );

  const { pages } = await findTargets(behind);
  const seen = await scan(site, { from: pages, perFolder: 3, depth: 1, look: 30, attack: 25 }, folder);
  const closed = await Promise.all(seen.vulnerabilities.map((one) => saysNoSuchLink(site, one)));
  const left = seen.vulnerabilities.filter((one, at) => !closed[at] && !known.some(([, pattern]) => pattern.test(one)));
  figures.say("  addresses of links that nobody has", closed.filter(Boolean).length);
  for (const [why, pattern] of known)
    figures.say(`  ${why}`, seen.vulnerabilities.filter((one) => pattern.test(one)).length);
  figures.none("  vulnerabilities", left);
  figures.none("  anomalies", seen.anomalies);
  figures.holds("  requests it made the site send to others", String(seen.fetched), seen.fetched === 0);
  figures.say("  ways of attack cut short", seen.cut.join() || "none");
}

/** Whether a supposed copy of a file is the address of a link, and its page says that nobody has such a link. */
async function saysNoSuchLink(site: string, finding: string): Promise<boolean> {
  const path = /^Backup file: GET (\S+) /.exec(finding)?.[1];
  const opens = links as readonly string[];
  const route = table
    .map(([, route, to]) => ({ route, to }))
    .find(({ route, to }) => path && opens.includes(to) && fits(route, path));
  if (!path || !route) return false;
  const [said, usual] = [await headingOf(site + path), await headingOf(site + path.replace(/[^/]+$/, "x".repeat(43)))];
  return said !== null && said === usual;
}

const fits = (route: string, path: string) => new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`).test(path);

function headingOf(address: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { rejectUnauthorized: false }, (reply) => {
      let text = "";
      reply.on("data", (chunk) => (text += String(chunk)));
      reply.on("end", () => resolve(/<h1[^>]*>([^<]+)/.exec(text)?.[1] ?? null));
    });
    asked.on("error", reject);
    asked.end();
  });
}

export async function proveSqlmap({ plain, behind, folder, figures, seconds }: Sites): Promise<void> {
  const holes = [{ path: "/search?q=Buses" }, { path: "/save", form: [["title", "Buses"]] as const }];
  const controls = holes.map((hole, at) =>
    attack(plain.faulty, [hole], { folder, name: `control${at}`, seconds: 120 }),
  );
  const found = (await Promise.all(controls)).filter(({ injectable }) => injectable.length > 0).length;
  figures.holds("  holes of the faulty site, found", `${found} of ${holes.length}`, found === holes.length);

  const { addresses, forms } = await findTargets(behind);
  // By turns, so that both have as much to do. A form that is gone would leave its fields untried without a word.
  const absent = chosen.filter((name) => !forms.some(({ form }) => form?.some(([one]) => one === name)));
  figures.none("  fields that no form has", absent);
  const all = [...addresses, ...forms];
  const run = { folder, seconds, without: chosen };
  const attacks = await Promise.all([
    attack(
      plain.site,
      all.filter((_, at) => at % 2 === 0),
      { ...run, name: "first" },
    ),
    attack(
      plain.site,
      all.filter((_, at) => at % 2 === 1),
      { ...run, name: "second" },
    ),
    ...onceEach(forms).map(([target, only], at) =>
      attack(plain.site, target, { folder, seconds, name: `once${at}`, only }),
    ),
  ]);
  figures.say(
    "  parameters and fields attacked",
    attacks.reduce((sum, { tried }) => sum + tried, 0),
  );
  figures.none(
    "  injectable",
    attacks.flatMap(({ injectable }) => injectable),
  );
  figures.none(
    "  of which it has not said that they hold",
    attacks.flatMap(({ untried }) => untried),
  );
}

/** Fields that nobody types in and that are read alike on every form. */
const chosen = ["key", "stamp", "basedOn", "do", "kind", "frequency"];

/** What is attacked once each, as it is read alike everywhere: those, and fields of the head. */
function onceEach(forms: readonly Target[]): [Target[], string[]][] {
  const has = (name: string) => forms.filter(({ form }) => form?.some(([one]) => one === name)).slice(0, 1);
  const inForms = [["key", "stamp"], ["basedOn", "do"], ["kind"], ["frequency"]].map((names): [Target[], string[]] => [
    has(names[0] ?? ""),
    names,
  ]);
  return [[[{ path: "/councils?q=leeds" }], ["User-Agent", "Referer"]], ...inForms];
}
