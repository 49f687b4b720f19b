import { tellUnexpected } from "#lib/ops/log.ts";

/** Something the person at the keyboard can put right. Its message is all they are shown. */
export class Complaint extends Error {}

/** Runs a program to its end; a complaint becomes one plain line and exit code 1. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Complaint) console.error(error.message);
    else tellUnexpected(error);
    process.disconnect?.();
    process.exit();
  }
}
