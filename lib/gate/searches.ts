import type { IncomingMessage } from "node:http";
import { splitTarget } from "#lib/gate/guards/target.ts";
import type { Answer } from "#lib/gate/send.ts";
import type { Log } from "#lib/ops/log.ts";

/** A search as its address has it, with how many results it had; null where one of its results was opened. */
export interface Note {
  search: string;
  found: number | null;
}

const pauseMs = 1000;
const most = 1000;

/**
 * Collects what is looked for and hands it over now and then, off the way of any answer. What does not fit, or fails, is lost:
 * it is only counted.
 */
export function createSearchNotes(write: (notes: Note[]) => Promise<void>, log: Log, publicUrl?: string) {
  const publicHost = publicUrl && new URL(publicUrl).host;
  let written = Promise.resolve();
  let waiting: Note[] = [];
  let timer: NodeJS.Timeout | undefined;

  /** Writes what waits, after what is being written. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const notes = waiting;
    waiting = [];
    if (notes.length)
      written = written
        .then(() => write(notes))
        .catch((error: unknown) => log.warn({ err: error }, "searches were not counted"));
    return written;
  }

  return {
    /** Looks whether a request that was answered was a search by a person, or opened one of its results. */
    note(request: IncomingMessage, answer: Answer): void {
      const note = noteOf(request, answer, publicHost ?? request.headers.host);
      if (!note || waiting.length >= most) return;
      waiting.push(note);
      timer ??= setTimeout(() => void flush(), pauseMs).unref();
    },
    flush,
  };
}

const caseStudy = /^\/case-studies\/[^/.]+$/;

function noteOf(
  { method, url = "/", headers }: IncomingMessage,
  { status, found }: Answer,
  host: string | undefined,
): Note | null {
  const prefetched = headers["sec-purpose"] ?? headers["purpose"];
  if (method !== "GET" || status !== 200 || prefetched || !headers.accept?.includes("text/html")) return null;
  const { path, query } = splitTarget(url);
  if (found !== undefined) return { search: query, found };
  const from =
    headers.referer && caseStudy.test(path) && URL.canParse(headers.referer) ? new URL(headers.referer) : null;
  return from?.host === host && from?.pathname === "/case-studies" && from.searchParams.get("q")
    ? { search: from.search, found: null }
    : null;
}
