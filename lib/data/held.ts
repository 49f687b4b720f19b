import { getStateOnce, isSame, type Generation } from "#lib/data/listing/rows.ts";

/**
 * Holds what is read until something public changes. Another history of the database counts as a change too, as after a failover, where
 * others come to have the numbers that were lost.
 *
 * @returns what reads it, at most once in a state
 */
export function holdUntilChanged<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let held: { state: Generation; value: Value } | null = null;
  return async () => {
    const state = await getStateOnce();
    if (!held || !isSame(held.state, state)) held = { state, value: await read() };
    return held.value;
  };
}
