import { readEnv, type Env } from "#lib/ops/env.ts";
import { Complaint } from "./complaint.ts";

/** The settings of this process. @throws Complaint that says which is wrong */
export function readSettings(): Env {
  try {
    return readEnv();
  } catch (error) {
    throw new Complaint(error instanceof Error ? error.message : String(error));
  }
}
