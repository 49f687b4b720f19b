import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { commandOf, familyOf, killAll } from "#tests/support/processes.ts";
import { freePort, startSite, type RunningSite } from "#tests/support/running-site.ts";

/** What a kill takes: only the pages, the program in front of them, the jobs, the database's first process, or all there is. */
export const kinds = ["renderer", "site", "worker", "database", "everything"] as const;
export type Kind = (typeof kinds)[number];

export interface FaultySite {
  address: string;
  folder: string;
  /** Of its database, while it runs. */
  databaseUrl(): Promise<string>;
  /** How many milliseconds its first start took, as the machine is. */
  startedIn: number;
  /** Ends processes without a word. */
  kill(kind: Kind): Promise<void>;
  /**
   * Starts the site again if it is gone, and resolves when it answers and its jobs are at work.
   *
   * @param cutShort kills a first start after so many milliseconds
   * @returns how many milliseconds that took, from the start that was not killed if there was one
   */
  recover(cutShort: number | null): Promise<number>;
  /** @returns its exit code */
  stop(): Promise<number | null>;
  printed(): string;
}

const patienceMs = 90_000;

/** Known here too, because what is kept of a form's key is made with it. */
const secret = "a secret for faults, which is long enough";
process.env["SECRET"] = secret;

/** The site as `npm start` serves it, on a new data folder with the reference lists and no demonstration. */
export async function openFaultySite(settings: Record<string, string>): Promise<FaultySite> {
  const folder = await emptyDataFolder();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...settings,
    PORT: String(port),
    DATA_DIR: folder,
    SECRET: secret,
  };
  const past: RunningSite[] = [];
  const first = performance.now();
  let site = await startSite(env);
  const startedIn = Math.round(performance.now() - first);

  const gone = () => site.process.exitCode !== null || site.process.signalCode !== null;
  const answers = async () => {
    const asked = fetch(`${address}/submit/start`, { signal: AbortSignal.timeout(5000) });
    const { status } = await asked.catch(() => ({ status: 0 }));
    return status === 200 && (await pidsOf("worker", site.process.pid, folder)).length > 0;
  };

  return {
    address,
    folder,
    startedIn,
    databaseUrl: async () => (await startEmbedded(join(folder, "postgres"))).urlOf("casebook"),
    async kill(kind) {
      await killAll(await pidsOf(kind, site.process.pid, folder));
      if (kind === "site" || kind === "everything") while (!gone()) await wait(20);
    },
    async recover(cutShort) {
      let begun = performance.now();
      if (gone()) {
        past.push(site);
        if (cutShort !== null) await startAndKill(env, cutShort, folder);
        begun = performance.now();
        site = await startSite(env);
      }
      for (const until = Date.now() + patienceMs; !(await answers()); await wait(100))
        if (Date.now() > until) throw new Error("The site did not come back");
      return Math.round(performance.now() - begun);
    },
    stop: () => site.stop(),
    printed: () => [...past, site].map(({ printed }) => printed()).join(""),
  };
}

/** A start that never comes to its end, unless it is quicker than that. */
async function startAndKill(env: Record<string, string>, afterMs: number, folder: string) {
  const starting = startSite(env);
  const ended = starting.catch(() => undefined);
  await wait(afterMs);
  const first = familyOf(process.pid).find((pid) => commandOf(pid).includes("begin.mjs start"));
  await killAll(await pidsOf("everything", first, folder));
  await ended;
}

/** Present and brought up to date, so that the start fills nothing in. */
async function emptyDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-faults-"));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(join(folder, "postgres"));
  await createDatabase(embedded.urlOf("postgres"), "casebook");
  await migrate(embedded.urlOf("casebook"));
  await embedded.stop();
  return folder;
}

/** @param first the process that the site was begun with; undefined when it is gone */
async function pidsOf(kind: Kind, first: number | undefined, folder: string): Promise<number[]> {
  const family = first ? familyOf(first) : [];
  const running = (program: string) => family.filter((pid) => pid !== first && commandOf(pid).includes(program));
  switch (kind) {
    case "renderer":
      return running("lib/programs/renderer.ts");
    case "site":
      return running("lib/programs/start.ts");
    case "worker":
      return running("lib/programs/worker.ts");
    case "database":
      return postmasterOf(folder);
    case "everything":
      return [...family, ...(await postmasterOf(folder)).flatMap(familyOf)];
  }
}

/** None where the number in the file is nobody's, or another's by now. */
async function postmasterOf(folder: string): Promise<number[]> {
  const lines = await readFile(join(folder, "postgres", "data", "postmaster.pid"), "utf8").catch(() => "");
  return [Number(lines.split("\n")[0])].filter((pid) => pid > 0 && commandOf(pid).includes(folder));
}
