import { randomBytes } from "node:crypto";

/** Text of a size that no coding makes much smaller. */
export const noise = (bytes: number): Buffer => Buffer.from(randomBytes(bytes).toString("latin1"), "latin1");
