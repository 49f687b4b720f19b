import { execFile } from "node:child_process";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { startEmbedded, type EmbeddedDatabase } from "#prisma/embedded.ts";
import { familyOf, killAll } from "./processes.ts";

export interface Standby extends EmbeddedDatabase {
  /** Stops taking over what the other server does, which it goes on receiving. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it in the way that leaves it no say. */
  kill(): Promise<void>;
}

/** A server, and another that follows it by streaming and can be read. Both are empty. */
export async function startWithStandby(folder: string): Promise<{ primary: EmbeddedDatabase; standby: Standby }> {
  const primary = await startEmbedded(join(folder, "primary"));
  await primary.stop();
  const own = join(folder, "standby");
  await promisify(execFile)("cp", ["-a", join(folder, "primary"), own]);
  await primary.revive();
  const { port, username, password } = new URL(primary.urlOf("postgres"));
  const address = `host=127.0.0.1 port=${port} user=${username} password=${password}`;
  await appendFile(join(own, "data", "postgresql.auto.conf"), `\nprimary_conninfo = '${address}'\n`);
  await writeFile(join(own, "data", "standby.signal"), "");
  await rm(join(own, "port"));
  const server = await startEmbedded(own);
  return {
    primary,
    standby: {
      ...server,
      pause: () => ask(server, "select pg_wal_replay_pause()"),
      resume: () => ask(server, "select pg_wal_replay_resume()"),
      async kill() {
        const [pid = ""] = (await readFile(join(own, "data", "postmaster.pid"), "utf8")).split("\n");
        await killAll(familyOf(Number(pid)));
      },
    },
  };
}

async function ask(server: EmbeddedDatabase, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
