import { spawn, spawnSync } from "node:child_process";
import { access, readdir, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ending } from "../ending.ts";
import type { Begun } from "../target.ts";

/** Debian names it with its version. Undefined where there is none, or it cannot speak to a database. */
export async function findPhpFpm(): Promise<string | undefined> {
  const { stdout } = spawnSync("php", ["-m"], { encoding: "utf8" });
  if (!stdout?.includes("mysqli")) return undefined;
  const names = await readdir("/usr/sbin").catch(() => []);
  const [name] = names.filter((one) => /^php-fpm[\d.]+$/.test(one));
  return name && join("/usr/sbin", name);
}

/** PHP with four children and compiled code kept, listening on a socket in a folder. */
export async function startPhpFpm(begun: Begun, program: string, folder: string) {
  const socket = join(folder, "php.sock");
  const user = userInfo().username;
  const settings = [
    ...["[global]", `error_log = ${folder}/php.log`, "[www]", `listen = ${socket}`, "listen.mode = 0666"],
    ...["pm = static", "pm.max_children = 4", `user = ${user}`],
  ];
  await writeFile(join(folder, "php-fpm.conf"), `${settings.join("\n")}\n`);
  const args = ["--nodaemonize", "--fpm-config", join(folder, "php-fpm.conf"), "-d", "opcache.enable=1"];
  // Everything lies in a folder of whoever measures, even where that is root.
  const server = spawn(program, [...args, "--allow-to-run-as-root"], { stdio: "ignore" });
  begun.defer(ending(server));
  for (let tries = 0; !(await exists(socket)); tries++) {
    if (tries === 50 || server.exitCode !== null) throw new Error("PHP does not answer");
    await wait(200);
  }
  return { pid: server.pid ?? 0, socket };
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
