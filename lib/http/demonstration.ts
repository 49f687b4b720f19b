import { readEnv } from "#lib/ops/env.ts";

/** Whether this site shows the demonstration's invented councils. */
export const demonstration = readEnv().CASEBOOK_DEMONSTRATION;
