import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runTool } from "../tools.ts";

/** A request of which each parameter is attacked: those of its address, or of its form. */
export interface Target {
  path: string;
  form?: readonly (readonly [name: string, value: string])[];
}

export interface Attack {
  /** Parameters that it could do something with, each with the ways. */
  injectable: string[];
  /** Parameters that it was to try and has not said of that they hold. */
  untried: string[];
  tried: number;
}

/** The options of the promise; the database is told, as the others' ways are lost on it. */
const options = [
  ...["--batch", "--level=3", "--risk=2", "--dbms=PostgreSQL", "--time-sec=3", "--keep-alive", "--timeout=20"],
  ...["--retries=1", "--skip-waf", "--flush-session", "--disable-coloring", "--ignore-stdin", "--ignore-redirects"],
];
interface Run {
  folder: string;
  /** Of the files that it keeps there. */
  name: string;
  seconds: number;
  /** Attacks these alone, which may be fields of the head. */
  only?: readonly string[];
  /** Leaves these alone. */
  without?: readonly string[];
}

/** Lets sqlmap attack every parameter of some requests, one after another. */
export async function attack(
  site: string,
  targets: readonly Target[],
  { folder, name, seconds, only, without = [] }: Run,
): Promise<Attack> {
  const list = join(folder, `${name}.requests`);
  await writeFile(list, targets.map((target) => requestOf(site, target)).join("\n"));
  const own = ["-l", list, "--output-dir", join(folder, name), "--results-file", join(folder, `${name}.csv`)];
  const left = [...without, "User-Agent", "Referer"];
  const chosen = only ? ["-p", only.join(",")] : [`--param-exclude=^(${left.join("|")})$`, `--skip=${left.join(",")}`];
  const printed = await runTool("sqlmap", [...own, ...options, ...chosen], seconds);
  return read(printed, targets, (target) => only ?? namesIn(target).filter((one) => !without.includes(one)));
}

/** A request as Burp logs it, which is what sqlmap reads many of at once. */
function requestOf(site: string, { path, form }: Target): string {
  const body = form && new URLSearchParams(form.map((pair) => [...pair])).toString();
  const type = "Content-Type: application/x-www-form-urlencoded";
  const head = [`${form ? "POST" : "GET"} ${path} HTTP/1.1`, `Host: ${new URL(site).host}`, ...(form ? [type] : [])];
  return ["==========", ...head, ...(body ? ["", body] : []), "=========="].join("\n");
}

/** What it prints of each parameter: that it holds, or how it does not. */
function read(printed: string, targets: readonly Target[], wantedOf: (target: Target) => readonly string[]): Attack {
  const [, ...parts] = printed.split(/testing URL '/);
  const holding = new Map<string, Set<string>>();
  const injectable: string[] = [];
  for (const part of parts) {
    const path = new URL(part.slice(0, part.indexOf("'"))).pathname;
    const names = holding.get(path) ?? new Set<string>();
    for (const [, one = ""] of part.matchAll(/parameter '([^']+)' does not seem to be injectable/g)) names.add(one);
    holding.set(path, names);
    // What it says before it has looked again is no finding.
    for (const [, one = ""] of part.matchAll(/parameter '([^']+)' is vulnerable/g)) injectable.push(`${path} ${one}`);
    for (const [, one = ""] of part.matchAll(/^Parameter: (.+)$/gm)) injectable.push(`${path} ${one}`);
  }
  const wanted = targets.flatMap((target) => wantedOf(target).map((one) => [target, one] as const));
  const untried = wanted.filter(([{ path }, one]) => !holding.get(path.replace(/\?.*/, ""))?.has(one));
  return {
    injectable: [...new Set(injectable)],
    untried: untried.map(([{ path }, one]) => `${path} ${one}`),
    tried: wanted.length - untried.length,
  };
}

const namesIn = ({ path, form }: Target): string[] =>
  form ? form.map(([name]) => name) : [...new URL(path, "https://localhost").searchParams.keys()];
