import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { commandOf, familyOf, killAll } from "#tests/support/processes.ts";
import { freePort, startSite, type RunningSite } from "#tests/support/running-site.ts";

/** What a kill takes: only the pages, only the program in front of them, only the database's first process, or all there is. */
export const kinds = ["renderer", "site", "database", "everything"] as const;
export type Kind = (typeof kinds)[number];

export interface FaultySite {
  address: string;
  folder: string;
  /** Ends processes without a word. */
  kill(kind: Kind): Promise<void>;
  /** Starts the site again if it is gone, and resolves when it answers. */
  recover(): Promise<void>;
  /** @returns its exit code */
  stop(): Promise<number | null>;
  printed(): string;
}

const patienceMs = 90_000;

/** The site as `npm start` serves it, on a new data folder with the reference lists and no demonstration. */
export async function openFaultySite(settings: Record<string, string>): Promise<FaultySite> {
  const folder = await emptyDataFolder();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...settings,
    PORT: String(port),
    DATA_DIR: folder,
    SECRET: "a secret for faults, which is long enough",
  };
  const past: RunningSite[] = [];
  let site = await startSite(env);

  const gone = () => site.process.exitCode !== null || site.process.signalCode !== null;
  const answers = () =>
    fetch(`${address}/submit/start`, { signal: AbortSignal.timeout(5000) }).then(
      ({ status }) => status === 200,
      () => false,
    );

  return {
    address,
    folder,
    async kill(kind) {
      await killAll(await pidsOf(kind, site.process.pid ?? 0, folder));
      if (kind === "site" || kind === "everything") while (!gone()) await wait(20);
    },
    async recover() {
      if (gone()) {
        past.push(site);
        site = await startSite(env);
      }
      for (const until = Date.now() + patienceMs; !(await answers()); await wait(100))
        if (Date.now() > until) throw new Error("The site did not come back");
    },
    stop: () => site.stop(),
    printed: () => [...past, site].map(({ printed }) => printed()).join(""),
  };
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

async function pidsOf(kind: Kind, first: number, folder: string): Promise<number[]> {
  const family = familyOf(first);
  const running = (program: string) => family.filter((pid) => pid !== first && commandOf(pid).includes(program));
  switch (kind) {
    case "renderer":
      return running("lib/programs/renderer.ts");
    case "site":
      return running("lib/programs/start.ts");
    case "database":
      return [await postmasterOf(folder)];
    case "everything":
      return [...family, ...familyOf(await postmasterOf(folder))];
  }
}

async function postmasterOf(folder: string): Promise<number> {
  const lines = (await readFile(join(folder, "postgres", "data", "postmaster.pid"), "utf8")).split("\n");
  return Number(lines[0]);
}
