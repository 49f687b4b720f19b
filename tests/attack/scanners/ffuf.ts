import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { table } from "../matrix/table/table.ts";
import { runTool } from "../tools.ts";

/** Where Debian's dirb keeps its list. */
export const dirb = "/usr/share/dirb/wordlists/common.txt";

/** What lies about on sites like ours and is not in that list. */
const ours = [
  ...[
    ".git",
    ".git/config",
    ".git/HEAD",
    ".git/index",
    ".git/logs/HEAD",
    ".gitignore",
    ".github",
    ".env",
    ".env.local",
  ],
  ...[".env.production", ".env.example", ".npmrc", ".next", ".next/BUILD_ID", ".next/server", ".next/trace", ".data"],
  ...[
    ".data/postgres",
    ".data/secret",
    ".vscode/settings.json",
    ".DS_Store",
    ".dockerignore",
    "Dockerfile",
    "compose.yaml",
  ],
  ...["package.json", "package-lock.json", "tsconfig.json", "next.config.ts", "next-env.d.ts", "README.md", "LICENSE"],
  ...["app", "lib", "lib/ops/settings.ts", "components", "prisma", "prisma/schema.prisma", "tests", "node_modules"],
  ...["node_modules/next/package.json", "_next", "_next/static", "_next/data", "_next/image", "_next/webpack-hmr"],
  ...["_next/static/chunks", "_next/BUILD_ID", "__nextjs_original-stack-frame", "__nextjs_font", "server.js", "sw.js"],
  ...["backup", "backup.tar", "backup.tar.gz", "backup.zip", "dump.sql", "database.sql", "casebook.sql", "site.zip"],
  ...["metrics", "debug", "debug/pprof", "actuator", "actuator/env", "server-status", "swagger.json", "graphql"],
  ...[
    "api",
    "api/v1",
    "api/auth",
    "api/auth/session",
    "api/admin",
    "api/health",
    "editor.rsc",
    "index.rsc",
    "-/errors/500",
  ],
];

/** What answers without a row in the table: what the gate has itself, the site's sign, and the letters of the demonstration. */
const others = ["/healthz", "/readyz", "/.well-known/security.txt", "/icon.svg", "/mailbox"];

export interface Hit {
  path: string;
  status: number;
}

/** Asks a site for every word below a folder of it. @returns every answer, by path */
export async function look(site: string, below: string, words: readonly string[], folder: string): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  // Its threads now and then lose an answer that they had, so what is missing is asked for again.
  for (let tried = 0, left = words; left.length && tried < 5; tried += 1) {
    for (const hit of await ask(site, below, left, folder)) hits.set(hit.path, hit);
    left = words.filter((word) => !hits.has(below + word));
  }
  return [...hits.values()];
}

async function ask(site: string, below: string, words: readonly string[], folder: string): Promise<Hit[]> {
  const name = join(folder, "ffuf");
  await writeFile(`${name}.words`, words.join("\n"));
  const more = ["-mc", "all", "-t", "8", "-timeout", "30", "-s", "-of", "json", "-o", `${name}.json`];
  const printed = await runTool("ffuf", ["-w", `${name}.words`, "-u", `${site}${below}FUZZ`, ...more], 300);
  const text = await readFile(`${name}.json`, "utf8").catch(() => null);
  if (!text) throw new Error(`ffuf wrote no report:\n${printed.slice(-2000)}`);
  const { results } = JSON.parse(text) as { results: { input: { FUZZ: string }; status: number }[] };
  return results.map(({ input, status }) => ({ path: below + input.FUZZ, status }));
}

/** The words of dirb's list and of ours, each once. @throws where the list is not there */
export async function wordsToTry(): Promise<string[]> {
  const listed = await readFile(dirb, "utf8");
  const words = listed.split("\n").map((word) => word.trim());
  return [...new Set([...words.filter((word) => word && !word.startsWith("#")), ...ours])];
}

/** Whether an address may answer a stranger with 200. */
export function isTabled(path: string): boolean {
  const [plain = ""] = path.split(/[?#]/);
  const guarded = ["nowhere", "visitor", "editor", "administrator"];
  const rows = table.filter(([method, , opens]) => method === "GET" && !guarded.includes(opens));
  return others.includes(plain) || scripts().includes(plain) || rows.some(([, route]) => shapeOf(route).test(plain));
}

const shapeOf = (route: string) =>
  new RegExp(`^${route.replaceAll(/[.\\+*?^$(){}|]/g, "\\$&").replaceAll(/\[\w+\]/g, "[^/]+")}/?$`);

const scripts = () => readdirSync("public/js").map((name) => `/js/${name}`);
