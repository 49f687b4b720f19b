import { spawn } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How many of a step's checks passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Runs a program of the dependencies under this Node. @returns its exit code */
export function runTool(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [join("node_modules", script), ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** A step that passes or fails as a whole. */
export async function whole(script: string, args: readonly string[]): Promise<Tally> {
  return (await runTool(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The unit, architecture and database tests. */
export async function vitest(): Promise<Tally> {
  const report = await reportFile();
  const args = [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const code = await runTool("vitest/vitest.mjs", args);
  const { numPassedTests = 0, numFailedTests = 0 } = await readReport<{
    numPassedTests: number;
    numFailedTests: number;
  }>(report);
  return withExit(code, { passed: numPassedTests, failed: numFailedTests });
}

/** The browser tests. */
export async function playwright(): Promise<Tally> {
  const report = await reportFile();
  const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=line,json"];
  const code = await runTool("@playwright/test/cli.js", args, { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const { stats } = await readReport<{ stats: { expected: number; flaky: number; unexpected: number } }>(report);
  return withExit(code, { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 });
}

const reportFile = async () => join(await mkdtemp(join(tmpdir(), "casebook-report-")), "report.json");

async function readReport<Report>(file: string): Promise<Partial<Report>> {
  return JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Report>;
}

/** A run that broke off before it could count is a failure too. */
const withExit = (code: number, tally: Tally): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
