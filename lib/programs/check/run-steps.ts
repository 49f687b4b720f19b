import { Complaint } from "../launch/complaint.ts";
import type { Tally } from "./steps.ts";

export interface Step {
  name: string;
  run: () => Promise<Tally>;
}

/** Runs one step after another, whatever becomes of them, and says at the end how each went and how many checks passed and failed. */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<Tally> {
  const lines: string[] = [];
  const sum: Tally = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    say(`\n${name}`);
    const began = Date.now();
    const { passed, failed } = await run().catch((error: unknown) => countFailure(error, say));
    const seconds = Math.round((Date.now() - began) / 1000);
    lines.push(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    sum.passed += passed;
    sum.failed += failed;
  }
  say(["", ...lines, "", `${sum.passed} passed, ${sum.failed} failed`].join("\n"));
  return sum;
}

/** A step that broke off is one failure, so that the others still run and are counted. */
function countFailure(error: unknown, say: (line: string) => void): Tally {
  say(error instanceof Complaint ? error.message : String((error instanceof Error && error.stack) || error));
  return { passed: 0, failed: 1 };
}
