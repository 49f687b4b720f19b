/*
 * Proves what takes too long for `npm test`: faults, attacks and floods, one after another.
 *
 *   npm run test:long
 *   npm run test:long -- submissions [--clients=200 …]
 *
 * With a name only that proof runs, with the arguments that follow it. `tests/README.md` says what each of them proves.
 */
import { spawn } from "node:child_process";
import type { Tally } from "#lib/programs/check/steps.ts";
import { runSteps } from "#lib/programs/check/run-steps.ts";
import { proofs, type Proof } from "./proofs.ts";

const [wanted, ...own] = process.argv.slice(2);
const chosen = wanted === undefined ? proofs : proofs.filter(({ name }) => name === wanted);

if (!chosen.length) {
  console.error(`There is no proof called ${wanted}. There are: ${proofs.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const steps = chosen.map((proof) => ({
  name: proof.name,
  run: () => run(wanted === undefined ? proof : { ...proof, args: own }),
}));
const { failed } = await runSteps(steps, console.log);
process.exit(failed ? 1 : 0);

function run({ program, args = [] }: Proof): Promise<Tally> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) =>
    child.once("exit", (code) => resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })),
  );
}
