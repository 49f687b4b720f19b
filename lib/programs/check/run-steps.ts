import { Complaint } from "../launch/complaint.ts";
import type { Tally } from "./steps.ts";

export interface Step {
  name: string;
  run: () => Promise<Tally>;
}

/** Runs one step after another, whatever becomes of them, and says at the end how each went, what failed, and how many checks passed and failed. */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<Tally> {
  const lines: string[] = [];
  const sum = { passed: 0, failed: 0, failures: [] as string[] };
  for (const { name, run } of steps) {
    say(`\n${name}`);
    const began = Date.now();
    const { passed, failed, failures = [] } = await run().catch((error: unknown) => countFailure(name, error, say));
    const seconds = Math.round((Date.now() - began) / 1000);
    lines.push(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    sum.passed += passed;
    sum.failed += failed;
    sum.failures.push(...failures);
  }
  const failed = sum.failures.length ? ["", "What failed:", ...sum.failures] : [];
  say(["", ...lines, ...failed, "", `${sum.passed} passed, ${sum.failed} failed`].join("\n"));
  return sum;
}

/** A step that broke off is one failure, so that the others still run and are counted. */
function countFailure(name: string, error: unknown, say: (line: string) => void): Tally {
  const why = error instanceof Complaint ? error.message : String((error instanceof Error && error.stack) || error);
  say(why);
  return { passed: 0, failed: 1, failures: [`- ${name}: ${why.split("\n", 1)[0]}`] };
}
