import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runTool } from "../tools.ts";

/**
 * Its ways of attacking. Left out are wapp and nikto, whose lists it fetches from elsewhere; buster, as ffuf asks for more; brute_login_form, as
 * nobody has a password; and csrf, which looks for a token by its name, where ours are refused by where they come from.
 */
const modules = [
  ...["backup", "blindsql", "cookieflags", "crlf", "csp", "exec", "file", "htaccess", "http_headers", "methods"],
  ...["permanentxss", "redirect", "shellshock", "sql", "ssrf", "xss", "xxe"],
];

interface Report {
  vulnerabilities: Record<string, Finding[]>;
  anomalies: Record<string, Finding[]>;
  infos: { crawled_pages_nbr?: number };
}

interface Finding {
  method: string;
  path: string;
  info: string;
  parameter: string;
}

export interface Scan {
  /** What it found, each with its kind before it. */
  vulnerabilities: string[];
  anomalies: string[];
  /** Modules that it did not bring to their end in the time they have. */
  cut: string[];
  /** Requests that the site was made to send to somebody else. */
  fetched: number;
}

export interface Scope {
  /** Addresses at which it starts, besides the front door. */
  from: readonly string[];
  /** How many pages it reads in one folder, and how many steps from where it starts. */
  perFolder: number;
  depth: number;
  /** For how many seconds it looks around, and for how many each module attacks. */
  look: number;
  attack: number;
}

/** Lets wapiti attack what it finds. @param folder where it may keep what it needs */
export async function scan(
  site: string,
  { from, perFolder, depth, look, attack }: Scope,
  folder: string,
): Promise<Scan> {
  const other = await openOther();
  const report = join(folder, `wapiti-${new URL(site).port}.json`);
  const args = [
    ...["-u", `${site}/`, "--scope", "folder", "-m", modules.join(","), "-f", "json", "-o", report, "-v", "1"],
    ...["-d", String(depth), "--max-files-per-dir", String(perFolder), "--max-scan-time", String(look)],
    ...["--max-attack-time", String(attack), "-S", "normal", "-t", "20", "--no-bugreport", "--flush-session"],
    ...[
      "--store-session",
      join(folder, "wapiti"),
      "--store-config",
      join(folder, "wapiti"),
      "--endpoint",
      other.address,
    ],
    ...from.flatMap((path) => ["-s", site + path]),
  ];
  const printed = await runTool("wapiti", args, look + attack * modules.length + 120);
  other.close();
  const { vulnerabilities, anomalies } = await readReport(report, printed);
  return {
    vulnerabilities: listed(vulnerabilities),
    anomalies: listed(anomalies),
    cut: [...printed.matchAll(/Max attack time was reached for module (\w+)/g)].map(([, name]) => name ?? ""),
    fetched: other.fetched(),
  };
}

async function readReport(file: string, printed: string): Promise<Report> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (!text) throw new Error(`wapiti wrote no report:\n${printed.slice(-2000)}`);
  return JSON.parse(text) as Report;
}

const listed = (kinds: Record<string, Finding[]>): string[] =>
  Object.entries(kinds).flatMap(([kind, found]) =>
    found.map(({ method, path, parameter, info }) => `${kind}: ${method} ${path} ${parameter ?? ""} ${info}`),
  );

/** Whom a site might be made to ask: it counts who does, and tells wapiti of nobody. */
async function openOther() {
  let fetched = 0;
  const server = createServer(({ url = "" }, answer) => {
    if (!url.startsWith("/get_")) fetched += 1;
    answer.writeHead(200, { "content-type": "application/json" }).end("[]");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    fetched: () => fetched,
    close: () => server.close(),
  };
}
