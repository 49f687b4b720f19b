import { spawn } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** How many of a step's checks passed and failed, and where it is known, which failed. */
export interface Tally {
  passed: number;
  failed: number;
  failures?: string[];
}

interface Ways {
  env?: Record<string, string>;
  /** Whether it takes only what nobody else wants of the processors. */
  stepsBack?: boolean;
}

/** Runs a program of the dependencies under this Node. @returns its exit code */
export function runTool(
  script: string,
  args: readonly string[],
  { env = {}, stepsBack = false }: Ways = {},
): Promise<number> {
  const child = spawn(process.execPath, [join("node_modules", script), ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (stepsBack && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** A step that passes or fails as a whole. */
export async function whole(script: string, args: readonly string[], ways?: Ways): Promise<Tally> {
  return (await runTool(script, args, ways)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Several checks side by side, as each leaves a core to the others. One that breaks off is told when the others have ended. */
export async function together(...checks: readonly (Promise<Tally> | Tally)[]): Promise<Tally> {
  await Promise.allSettled(checks);
  const tallies = await Promise.all(checks);
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
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
  const { testResults = [] } = await readReport<VitestReport>(report);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === "failed");
  return withExit(code, {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failed.length,
    failures: failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages[0])),
  });
}

/** The browser tests. */
export async function playwright(): Promise<Tally> {
  const report = await reportFile();
  const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=dot,json"];
  const code = await runTool("@playwright/test/cli.js", args, { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  const { stats, suites = [] } = await readReport<PlaywrightReport>(report);
  return withExit(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    failures: specsOf(suites)
      .filter(({ ok }) => !ok)
      .map(({ title, tests }) => failure(title, tests[0]?.results.at(-1)?.error?.message)),
  });
}

interface VitestReport {
  testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

interface Spec {
  title: string;
  ok: boolean;
  tests: { results: { error?: { message?: string } }[] }[];
}

interface Suite {
  specs: Spec[];
  suites?: Suite[];
}

interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number };
  suites: Suite[];
}

const specsOf = (suites: Suite[]): Spec[] =>
  suites.flatMap(({ specs, suites: within = [] }) => [...specs, ...specsOf(within)]);

/** A failed check by its name and the first line of why. */
const failure = (name: string, why = "") => `- ${name}: ${stripVTControlCharacters(why).split("\n", 1)[0]}`;

const reportFile = async () => join(await mkdtemp(join(tmpdir(), "casebook-report-")), "report.json");

async function readReport<Report>(file: string): Promise<Partial<Report>> {
  return JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Report>;
}

/** A run that broke off before it could count is a failure too. */
const withExit = (code: number, tally: Tally): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
