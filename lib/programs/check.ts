import { ensureBrowser } from "./check/browser.ts";
import { playwright, vitest, whole, type Tally } from "./check/steps.ts";
import { buildIfChanged } from "./launch/build.ts";
import { runProgram } from "./launch/complaint.ts";

const steps: { name: string; run: () => Promise<Tally> }[] = [
  { name: "Routes", run: () => whole("next/dist/bin/next", ["typegen"]) },
  { name: "Types", run: () => whole("typescript/bin/tsc", ["--noEmit", "-p", "."]) },
  {
    name: "Lint",
    run: () => whole("eslint/bin/eslint.js", ["--config", "tests/eslint.config.mjs", "--max-warnings=0", "."]),
  },
  { name: "Formatting", run: () => whole("prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]) },
  { name: "Unit, architecture and database tests", run: vitest },
  { name: "Build", run: () => buildIfChanged(console.log).then(() => ({ passed: 1, failed: 0 })) },
  { name: "Browser tests", run: playwright },
];

/** Runs every check there is, says how each went, and fails if any did. */
await runProgram(async () => {
  ensureBrowser();
  const results: (Tally & { name: string; seconds: number })[] = [];
  for (const { name, run } of steps) {
    console.log(`\n${name}`);
    const began = Date.now();
    const tally = await run();
    results.push({ name, ...tally, seconds: Math.round((Date.now() - began) / 1000) });
  }

  console.log("");
  for (const { name, passed, failed, seconds } of results) {
    console.log(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  const sum = (key: "passed" | "failed") => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") ? 1 : 0;
  process.disconnect?.();
});
