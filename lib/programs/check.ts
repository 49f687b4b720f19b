import { rm } from "node:fs/promises";
import { beginSite, ensureBrowser, hold } from "./check/browser.ts";
import { takeMemory } from "./check/memory.ts";
import { runSteps, type Step } from "./check/run-steps.ts";
import { playwright, together, vitest, whole, type Tally } from "./check/steps.ts";
import { buildIfChanged } from "./launch/build.ts";
import { runProgram } from "./launch/complaint.ts";

/** Runs every check there is, says how each went, and fails if any did. */
await runProgram(async () => {
  const memory = await takeMemory();
  if (memory) process.env["TMPDIR"] = memory;
  const { failed } = await runSteps(stepsBeside(lintAndFormatting(), hold(ensureBrowser())), console.log);
  if (memory) await rm(memory, { recursive: true, force: true });
  process.exitCode = failed ? 1 : 0;
  process.disconnect?.();
});

/** What runs in turn, each as soon as it can. A browser that has to come over a network first does meanwhile. */
function stepsBeside(lint: Promise<Tally>, browser: Promise<void>): Step[] {
  let onSite: ReturnType<typeof beginSite> | undefined;
  return [
    { name: "Routes", run: () => whole("next/dist/bin/next", ["typegen"]) },
    // A build makes the types of routes anew, so it waits for whoever reads them.
    { name: "Types", run: () => whole("typescript-native/bin/tsc", ["--noEmit", "-p", "."]) },
    { name: "Build", run: build },
    { name: "Unit, architecture and database tests", run: () => ((onSite = beginSite()), vitest()) },
    { name: "Lint and formatting, beside all this", run: () => lint },
    { name: "Browser tests", run: () => (onSite ?? beginSite())(() => browser.then(playwright)) },
  ];
}

/** From the beginning on, in the time that others wait for each other and for programs they started. */
function lintAndFormatting(): Promise<Tally> {
  const ways = { stepsBack: true };
  return together(
    whole("eslint/bin/eslint.js", ["--config", "tests/eslint.config.mjs", "--max-warnings=0", "."], ways),
    whole("oxfmt/bin/oxfmt", ["-c", "tests/oxfmt.json", "--check", "."], ways),
  );
}

async function build(): Promise<Tally> {
  await buildIfChanged(console.log);
  return { passed: 1, failed: 0 };
}
