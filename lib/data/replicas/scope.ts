import { AsyncLocalStorage } from "node:async_hooks";

// The framework bundles a copy of this module for itself; what runs within a scope has to find it from either copy.
const kept = globalThis as { casebookReplica?: AsyncLocalStorage<string | null> };
const scope = (kept.casebookReplica ??= new AsyncLocalStorage());

/** Runs something that reads the database from one replica, given by its address; null for the primary. */
export const readFrom = <Value>(url: string | null, work: () => Value): Value => scope.run(url, work);

/** The replica that is to be read from here; null for the primary. */
export const replicaHere = (): string | null => scope.getStore() ?? null;
