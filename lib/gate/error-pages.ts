import { readDirective } from "#lib/gate/directive.ts";
import type { Forward } from "#lib/gate/renderer/forward.ts";
import { wordsFor } from "#lib/domain/error-words.ts";
import { placeholders } from "#lib/domain/addresses/page-directive.ts";
import { escapeHtml, plainPage } from "#lib/gate/html/plain-page.ts";
import { isWhole } from "#lib/gate/html/whole.ts";
import type { Fields } from "#lib/gate/headers.ts";
import type { Answer } from "#lib/gate/send.ts";
import { withoutFrameworkScript } from "#lib/gate/html/strip.ts";

/** The statuses that have a page of the site's own, at `/-/errors/{status}` of the renderer. */
export const drawnStatuses = [400, 401, 403, 404, 405, 410, 414, 421, 429, 500, 503] as const;

export type ErrorPages = {
  /** Fetches the site's own pages from the renderer and keeps those that came whole. Out: the statuses kept. Never rejects. */
  load(forward: Forward): Promise<number[]>;
  /** The whole page for a status, the request's id and the text in it, escaped. Always has one to give. */
  errorPage(status: number, requestId: string, text?: string): string;
};

/** The error pages of one site: plain ones at once, the site's own when they have been loaded. */
export function createErrorPages(): ErrorPages {
  const drawn = new Map<number, string>();

  async function load(forward: Forward): Promise<number[]> {
    for (const status of drawnStatuses) {
      const page = await fetchPage(forward, status);
      if (page) drawn.set(status, page);
    }
    return [...drawn.keys()];
  }

  function errorPage(status: number, requestId: string, text = wordsFor(status).text): string {
    const page = drawn.get(status) ?? builtIn(status);
    return page
      .replaceAll(placeholders.requestId, () => escapeHtml(requestId))
      .replaceAll(placeholders.text, () => escapeHtml(text));
  }

  return { load, errorPage };
}

/**
 * A complete answer for an error: problem+json where a program asked, a page otherwise.
 * In: the status, the request's id and path, fields to add (`Allow`, `Retry-After`), and what to say if not the usual.
 */
export function errorAnswer(
  pages: ErrorPages,
  status: number,
  { id, path }: { id: string; path: string },
  fields: Fields = {},
  text = wordsFor(status).text,
): Answer {
  const json = isForPrograms(path);
  const body = json ? problem(status, id, text) : pages.errorPage(status, id, text);
  const type = json ? "application/problem+json" : "text/html; charset=utf-8";
  return { status, fields: { ...fields, "content-type": type, "cache-control": "no-cache" }, body: Buffer.from(body) };
}

/** Whether it is a program that asks for a path, which could do nothing with a page. */
export const isForPrograms = (path: string): boolean => path.endsWith(".json") || path.startsWith("/api/");

async function fetchPage(forward: Forward, status: number): Promise<string | null> {
  const path = `/-/errors/${status}`;
  const outcome = await forward({ method: "GET", path, fields: { accept: "text/html", host: "localhost" } });
  if ("failed" in outcome) return null;
  if (!Buffer.isBuffer(outcome.body)) {
    outcome.body.destroy();
    return null;
  }
  const { html } = readDirective(outcome.body.toString("utf8"));
  return outcome.status === 200 && isWhole(html) ? withoutFrameworkScript(html) : null;
}

function builtIn(status: number): string {
  const { title } = wordsFor(status);
  const sentences = [placeholders.text, `Reference: ${placeholders.requestId}`];
  return plainPage(title, sentences, { to: "/", text: "Home page" });
}

function problem(status: number, id: string, text: string): string {
  const { title } = wordsFor(status);
  return JSON.stringify({ type: "about:blank", title, status, detail: text, instance: urnOf(id) });
}

/** What a server in front calls a request may lack the hyphens. */
const urnOf = (id: string) => `urn:uuid:${id.replace(/^(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})$/, "$1-$2-$3-$4-$5")}`;
