import { keptLook } from "./kept-look.ts";

/** Whether readers can be answered, and what is not well, a line each, whether or not that matters to readers. */
export interface Readiness {
  ready: boolean;
  troubles: string[];
}

export interface Sources {
  isRendering: () => boolean;
  isListening: () => boolean;
  /** Looks into the database. Rejects where it does not answer. */
  look: () => Promise<{ isSchemaOld: boolean; queueSeconds: number }>;
}

const keptMs = 2000;
const patienceMs = 500;
/** Every job is done within a minute or two of its time, if anybody does them. */
const slowSeconds = 300;

/**
 * Readers can be answered by whoever makes pages from a database that this code understands, and from what is kept while the
 * database is away: all processes would be left out together, with pages that could be read. So that, changes that
 * are not heard of at once and jobs that are late are told and no more.
 */
export function createReadiness({ isRendering, isListening, look }: Sources): () => Promise<Readiness> {
  const see = keptLook(look, keptMs, patienceMs);

  return async function readiness() {
    const seen = await see();
    const stopping = [
      ...(isRendering() ? [] : ["renderers: none can make pages"]),
      ...(seen?.isSchemaOld ? ["schema: older than this code; starting it again brings it up to date"] : []),
    ];
    const told = [
      ...(seen ? [] : ["database: does not answer; what is kept can be read for a while"]),
      ...(isListening() ? [] : ["listener: hears of no changes; the database is asked before each kept page"]),
      ...(seen && seen.queueSeconds > slowSeconds
        ? [`queue: a job has waited for ${Math.round(seen.queueSeconds)} s`]
        : []),
    ];
    return { ready: stopping.length === 0, troubles: [...stopping, ...told] };
  };
}
