import { executionAsyncResource } from "node:async_hooks";

/*
 * Imported before anything else by a process that answers readers. Node makes an entry for everything that is to be done next, and
 * V8 knows the shape of these entries only as long as there is one. Where it clears up while there is none, each later
 * entry is made the slow way for as long as the process runs: a sixth of what a kept page costs. So one is never let go.
 */
let held: object | undefined;
process.nextTick(() => (held = executionAsyncResource()));

/** The entry, for whoever wants to see that there is one. */
export const heldTick = (): object | undefined => held;
