import { ensureBrowser } from "./check/browser.ts";
import { runSteps, type Step } from "./check/run-steps.ts";
import { playwright, together, vitest, whole } from "./check/steps.ts";
import { buildIfChanged } from "./launch/build.ts";
import { runProgram } from "./launch/complaint.ts";

const steps: Step[] = [
  { name: "Routes", run: () => whole("next/dist/bin/next", ["typegen"]) },
  {
    name: "Types, lint and formatting",
    run: () =>
      together(
        whole("typescript/bin/tsc", ["--noEmit", "-p", "."]),
        whole("eslint/bin/eslint.js", ["--config", "tests/eslint.config.mjs", "--max-warnings=0", "."]),
        whole("prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
      ),
  },
  { name: "Build", run: () => buildIfChanged(console.log).then(() => ({ passed: 1, failed: 0 })) },
  { name: "Unit, architecture and database tests", run: vitest },
  { name: "Browser tests", run: async () => (ensureBrowser(), playwright()) },
];

/** Runs every check there is, says how each went, and fails if any did. */
await runProgram(async () => {
  const { failed } = await runSteps(steps, console.log);
  process.exitCode = failed ? 1 : 0;
  process.disconnect?.();
});
