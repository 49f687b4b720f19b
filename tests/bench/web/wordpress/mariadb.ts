import { spawn, spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ending } from "../ending.ts";
import type { Begun } from "../target.ts";

export const hasMariadb = () => ["mariadbd", "mariadb-install-db", "mariadb"].every(isInstalled);

const isInstalled = (program: string) => !spawnSync(program, ["--version"], { env: withSystemPrograms() }).error;

/** Servers are installed where only the administrator's PATH looks. */
export const withSystemPrograms = () => ({ ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` });

/** MariaDB with its data and its socket in a folder, and an empty database. */
export async function startMariadb(begun: Begun, folder: string): Promise<number> {
  const [data, socket] = [join(folder, "mariadb"), join(folder, "mariadb.sock")];
  const user = `--user=${userInfo().username}`;
  run("mariadb-install-db", [
    "--no-defaults",
    `--datadir=${data}`,
    user,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
  ]);
  const files = [`--datadir=${data}`, `--socket=${socket}`, `--pid-file=${folder}/mariadb.pid`];
  const server = spawn("mariadbd", ["--no-defaults", user, ...files, "--skip-networking"], {
    env: withSystemPrograms(),
    stdio: "ignore",
  });
  begun.defer(ending(server));
  const ask = (sql: string) =>
    spawnSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", sql], { stdio: "ignore" }).status ===
    0;
  const made = "CREATE DATABASE wordpress CHARACTER SET utf8mb4";
  for (let tries = 0; !ask(made); tries++) {
    if (tries === 100 || server.exitCode !== null) throw new Error("MariaDB does not answer");
    await wait(200);
  }
  return server.pid ?? 0;
}

function run(program: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: withSystemPrograms() });
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
}
