import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { familyOf, killAll } from "#tests/support/processes.ts";

type Program = "backup" | "restore";

const begin = (program: Program, args: string[], env: Record<string, string>) =>
  spawn(process.execPath, ["lib/programs/begin.mjs", `${program}/${program}`, ...args], {
    env: { ...process.env, DATABASE_URL: "", SECRET: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Runs a program as it is typed, to its end. */
export async function outcomeOf(program: Program, args: string[], env: Record<string, string>) {
  const begun = performance.now();
  const child = begin(program, args, env);
  let complaint = "";
  child.stdout.resume();
  child.stderr.on("data", (chunk) => (complaint += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, complaint: complaint.trim(), seconds: (performance.now() - begun) / 1000 };
}

/**
 * Runs a program and ends it without a word, with all that it started but the database, which stays as it was left.
 *
 * @param when something it prints, and how many milliseconds later
 * @returns whether it was still at work
 */
export async function runAndKill(
  program: Program,
  args: string[],
  { said, afterMs }: { said: string; afterMs: number },
  env: Record<string, string>,
): Promise<boolean> {
  const child = begin(program, args, env);
  let printed = "";
  child.stderr.resume();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const heard = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => (printed += String(chunk)).includes(said) && resolve());
  });
  await Promise.race([heard, ended]);
  await wait(afterMs);
  if (child.exitCode === null && child.pid) await killAll(familyOf(child.pid));
  await ended;
  return child.signalCode === "SIGKILL" && !printed.includes("Restored and compared");
}
