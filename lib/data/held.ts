import { isSame, type State } from "#lib/data/generation.ts";
import { getStateOnce } from "#lib/data/listing/state.ts";

/**
 * Holds what is read until something public changes. Another history of the database counts as a change too, as after a failover, where
 * others come to have the numbers that were lost.
 *
 * @returns what reads it, at most once in a state
 */
export function holdUntilChanged<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let held: { state: State; value: Value } | null = null;
  return async () => {
    const state = await getStateOnce();
    if (!held || !isSame(held.state, state)) held = { state, value: await read() };
    return held.value;
  };
}

/**
 * Holds what is read of many things, each under its key, until something public changes.
 *
 * @param read reads those that are not held yet; what is not there is left out
 * @param most how many are held; when there would be more, all of them are let go
 * @returns what finds those with the keys it is given
 */
export function holdEachUntilChanged<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  most: number,
): (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>> {
  let held: { state: State; values: Map<Key, Value> } | null = null;
  return async (keys) => {
    const state = await getStateOnce();
    if (!held || !isSame(held.state, state)) held = { state, values: new Map() };
    // Whoever reads for long must not put what they read among what is of a later state.
    const { values } = held;
    const found = new Map<Key, Value>();
    for (const key of keys) if (values.has(key)) found.set(key, values.get(key) as Value);
    const missing = keys.filter((key) => !found.has(key));
    if (!missing.length) return found;
    const added = await read(missing);
    if (values.size + added.size > most) values.clear();
    for (const [key, value] of added) {
      if (added.size <= most) values.set(key, value);
      found.set(key, value);
    }
    return found;
  };
}
