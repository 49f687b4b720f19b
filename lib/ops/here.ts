import { AsyncLocalStorage } from "node:async_hooks";
import type { Trace } from "./tracing.ts";

/** What a piece of work is part of: a request, or one run of a job. Its id is in every line that is logged meanwhile. */
export interface Here {
  id: string;
  /** Where traces are collected. */
  trace?: Trace | undefined;
  /** For a public page: the generation that it has to show at least, as `GenerationWatch` counts them, where one is known. */
  generation?: bigint | undefined;
  /** Parts of the page that answers it, made and not yet written, each by a number that no other request has. */
  html?: Map<number, string>;
}

// The pages have this module a second time, in what they were built into.
const shared = globalThis as { casebookHere?: AsyncLocalStorage<Here> };
const storage = (shared.casebookHere ??= new AsyncLocalStorage<Here>());

/** What is under way here, if anything is. */
export const here = (): Here | undefined => storage.getStore();

/** Does something as part of something. */
export const during = <Value>(about: Here, work: () => Value): Value => storage.run(about, work);
