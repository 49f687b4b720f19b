import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EmbeddedDatabase } from "#prisma/embedded.ts";
import { familyOf, isAlive, killAll } from "./processes.ts";

/** A server of our own that can be taken away without a word. */
export interface Breakable {
  server: EmbeddedDatabase;
  folder: string;
}

/** From now on connections are refused. @returns a function that brings the server back */
export async function kill({ server, folder }: Breakable): Promise<() => Promise<unknown>> {
  await killAll(await processesOf(folder));
  return () => server.revive();
}

/** From now on connections are taken and not answered. @returns a function that lets the server go on */
export async function hang({ folder }: Breakable): Promise<() => Promise<void>> {
  const family = await processesOf(folder);
  const tell = (signal: NodeJS.Signals) => family.filter(isAlive).forEach((pid) => process.kill(pid, signal));
  tell("SIGSTOP");
  return async () => tell("SIGCONT");
}

async function processesOf(folder: string): Promise<number[]> {
  const [first] = (await readFile(join(folder, "data", "postmaster.pid"), "utf8")).split("\n");
  return familyOf(Number(first));
}
