import { Complaint } from "../launch/complaint.ts";
import type { Tally } from "./steps.ts";

export interface Step {
  name: string;
  run: () => Promise<Tally>;
}

interface Outcome extends Tally {
  line: string;
}

/**
 * Runs one step after another, whatever becomes of them, and those of a list side by side; says at the end how each went, what
 * failed, and how many checks passed and failed.
 */
export async function runSteps(
  steps: readonly (Step | readonly Step[])[],
  say: (line: string) => void,
): Promise<Tally> {
  const outcomes: Outcome[] = [];
  for (const some of steps.map((step) => [step].flat() as Step[])) {
    say(`\n${some.map(({ name }) => name).join(", and beside them: ")}`);
    outcomes.push(...(await Promise.all(some.map((step) => runStep(step, say)))));
  }
  const failures = outcomes.flatMap((outcome) => outcome.failures ?? []);
  const [passed, failed] = [sum(outcomes.map((one) => one.passed)), sum(outcomes.map((one) => one.failed))];
  const what = failures.length ? ["", "What failed:", ...failures] : [];
  say(["", ...outcomes.map(({ line }) => line), ...what, "", `${passed} passed, ${failed} failed`].join("\n"));
  return { passed, failed, failures };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

async function runStep({ name, run }: Step, say: (line: string) => void): Promise<Outcome> {
  const began = Date.now();
  const tally = await run().catch((error: unknown) => countFailure(name, error, say));
  const seconds = Math.round((Date.now() - began) / 1000);
  const { passed, failed } = tally;
  return { ...tally, line: `${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)` };
}

/** A step that broke off is one failure, so that the others still run and are counted. */
function countFailure(name: string, error: unknown, say: (line: string) => void): Tally {
  const why = error instanceof Complaint ? error.message : String((error instanceof Error && error.stack) || error);
  say(why);
  return { passed: 0, failed: 1, failures: [`- ${name}: ${why.split("\n", 1)[0]}`] };
}
