/*
 * Runs the wide sweeps of the tests whole, of which `npm test` takes a part: every file that says how much of one it takes.
 *
 *   npm run test:long -- thorough
 */
import { globSync, readFileSync } from "node:fs";
import { ensureBrowser } from "#lib/programs/check/browser.ts";
import { runTool } from "#lib/programs/check/steps.ts";

const takesAPart = "#tests/support/thorough.ts";
const sweeps = (pattern: string) => globSync(pattern).filter((file) => readFileSync(file, "utf8").includes(takesAPart));
const whole = { env: { THOROUGH: "1" } };

const tests = sweeps("tests/{app,commands,data,programs,unit}/**/*.test.ts");
const specs = sweeps("tests/e2e/*.spec.ts");
console.log(`${tests.length + specs.length} files hold sweeps.`);
await ensureBrowser();
const codes = [
  await runTool("vitest/vitest.mjs", ["run", "--config", "tests/vitest.config.ts", ...tests], whole),
  await runTool("@playwright/test/cli.js", ["test", "--config", "tests/playwright.config.ts", ...specs], whole),
];
process.exit(tests.length && specs.length && codes.every((code) => code === 0) ? 0 : 1);
