import { rm } from "node:fs/promises";
import { beginSite, ensureBrowser } from "./check/browser.ts";
import { takeMemory } from "./check/memory.ts";
import { runSteps, type Step } from "./check/run-steps.ts";
import { playwright, together, vitest, whole } from "./check/steps.ts";
import { buildIfChanged } from "./launch/build.ts";
import { runProgram } from "./launch/complaint.ts";

let onSite: ReturnType<typeof beginSite> | undefined;

const steps: Step[] = [
  { name: "Routes", run: () => whole("next/dist/bin/next", ["typegen"]) },
  {
    name: "Types, lint, formatting and build",
    run: () =>
      together(
        // A build makes the types of routes anew, so it waits for whoever reads them.
        whole("typescript/bin/tsc", ["--noEmit", "-p", "."]).then((types) => together(types, build())),
        whole("eslint/bin/eslint.js", ["--config", "tests/eslint.config.mjs", "--max-warnings=0", "."]),
        whole("prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
      ),
  },
  { name: "Unit, architecture and database tests", run: () => ((onSite = beginSite()), vitest()) },
  { name: "Browser tests", run: () => (onSite ?? beginSite())(async () => (ensureBrowser(), playwright())) },
];

/** Runs every check there is, says how each went, and fails if any did. */
await runProgram(async () => {
  const memory = await takeMemory();
  if (memory) process.env["TMPDIR"] = memory;
  const { failed } = await runSteps(steps, console.log);
  if (memory) await rm(memory, { recursive: true, force: true });
  process.exitCode = failed ? 1 : 0;
  process.disconnect?.();
});

async function build() {
  await buildIfChanged(console.log);
  return { passed: 1, failed: 0 };
}
