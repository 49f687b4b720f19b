import type { Queries } from "./db.ts";

/** Lets words and history, which are append-only otherwise, be changed and deleted until the transaction ends. */
export async function allowRedaction(tx: Queries): Promise<void> {
  await tx.$queryRaw`select set_config('casebook.redacting', 'on', true)`;
}
