import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "yaml";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { ensurePrograms } from "#tests/support/installed.ts";
import { familyOf, killAll } from "#tests/support/processes.ts";
import { freePort, startSite, type RunningSite } from "#tests/support/running-site.ts";
import { answersTo } from "./collection.ts";
import { addBenchLists } from "./lists.ts";
import { addAccepted, cast } from "./publish.ts";

interface Compose {
  services: Record<string, { environment?: Record<string, string>; command?: string[] }>;
  configs: Record<string, { content: string }>;
}

const webs = ["web1", "web2"] as const;
const pages = ["/", "/case-studies", "/topics", "/about"];

/**
 * Starts what compose.yaml starts, with its settings and its nginx, as processes of this machine: asks for pages through nginx,
 * publishes, kills a web process, and counts what went wrong.
 */
export async function runCompose(): Promise<void> {
  await addBenchLists();
  await withCompose(({ address, sites }) => check(address, sites));
}

/** What compose.yaml describes, as processes of this machine. */
export interface Composed {
  /** Of nginx. */
  address: string;
  sites: RunningSite[];
  /** Asks a web process to stop, waits until it has, and starts it again in its place. @returns its exit code */
  restart(place: number): Promise<number | null>;
}

/** Starts what compose.yaml starts, with its settings and its nginx, and stops it when the work is done. */
export async function withCompose(work: (composed: Composed) => Promise<void>): Promise<void> {
  ensurePrograms({ nginx: "nginx" });
  const compose = parse(await readFile("compose.yaml", "utf8"), { merge: true }) as Compose;
  const folder = await mkdtemp(join(tmpdir(), "casebook-compose-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const settingsOf = (name: string) => settle(compose.services[name]?.environment ?? {}, { folder, address });
  const sites: RunningSite[] = [];
  const others: ChildProcess[] = [];
  try {
    for (const name of webs) sites.push(await startSite(settingsOf(name)));
    others.push(await startWorker(settingsOf("worker")));
    others.push(await startFront(compose, sites, { folder, port }));
    const restart = async (place: number) => {
      const [site, name] = [sites[place], webs[place]];
      if (!site || !name) throw new Error("There is no such web process");
      const code = await site.stop();
      sites[place] = await startSite({ ...settingsOf(name), PORT: new URL(site.address).port });
      return code;
    };
    await work({ address, sites, restart });
  } finally {
    for (const other of others) other.kill("SIGTERM");
    for (const site of sites) await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The settings of a service, with what people give in place of what stands for it, and what is the machine's own. */
function settle(environment: Record<string, string>, { folder, address }: { folder: string; address: string }) {
  const given = { POSTGRES_PASSWORD: "unused", SECRET: process.env["SECRET"] ?? "", PUBLIC_URL: address, SMTP_URL: "" };
  const filled = Object.entries(environment).map(([name, value]) => [
    name,
    String(value).replace(/\$\{(\w+)[^}]*\}/g, (_, variable: string) => given[variable as keyof typeof given] ?? ""),
  ]);
  const ours = { DATABASE_URL: process.env["DATABASE_URL"] ?? "", DATA_DIR: folder, FILES_DIR: join(folder, "files") };
  return { ...(Object.fromEntries(filled) as Record<string, string>), ...ours, TRUSTED_PROXIES: "loopback" };
}

async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["lib/programs/begin.mjs", "worker"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = (await once(worker.stdout, "data")) as [Buffer];
  console.log(printed.toString().trim());
  return worker;
}

async function startFront(
  compose: Compose,
  sites: readonly RunningSite[],
  { folder, port }: { folder: string; port: number },
) {
  const settings = webs
    .reduce(
      (text, name, place) => text.replace(`${name}:3000`, new URL(sites[place]?.address ?? "").host),
      compose.configs["front"]?.content ?? "",
    )
    .replaceAll("$$", "$")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("listen 81;", "");
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log ${folder}/errors;\n${settings}`,
  );
  const front = spawn("nginx", ["-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  await wait(500);
  if (front.exitCode !== null) throw new Error("nginx has to be installed, and to accept its settings");
  return front;
}

async function check(address: string, sites: readonly RunningSite[]) {
  console.log(`all well: ${tell(await askFor(address, 400))}`);
  console.log(`20 publications, seen at once through nginx: ${await publishAndLook(address)}`);
  const asking = askFor(address, 1500);
  await wait(200);
  const [first] = sites;
  await killAll(familyOf(first?.process.pid ?? 0));
  console.log(`one web process killed meanwhile: ${tell(await asking)}`);
}

async function askFor(address: string, requests: number) {
  const statuses = new Map<string, number>();
  const ask = async (turn: number) => {
    const status = await fetch(address + (pages[turn % pages.length] ?? "/")).then(
      async (answer) => (await answer.text(), String(answer.status)),
      (error: unknown) => String(error),
    );
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  for (let turn = 0; turn < requests; turn += 10)
    await Promise.all(Array.from({ length: 10 }, (_, more) => ask(turn + more)));
  return statuses;
}

const tell = (statuses: ReadonlyMap<string, number>) =>
  [...statuses].map(([status, count]) => `${count} answers of ${status}`).join(", ");

async function publishAndLook(address: string): Promise<string> {
  const { author, editor } = await cast();
  const texts = Array.from({ length: 20 }, (_, turn) =>
    answersTo({ id: "", title: `Publication ${turn + 1} of all`, body: "What came of it." }),
  );
  let seen = 0;
  for (const [turn, { id }] of (await addAccepted(texts, author.id)).entries()) {
    await moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
    const both = await Promise.all([1, 2].map(async () => (await fetch(`${address}/case-studies`)).text()));
    if (both.every((html) => html.includes(`Publication ${turn + 1} of all`))) seen += 1;
  }
  return `${seen}`;
}
