import { setTimeout as sleep } from "node:timers/promises";
import { sameSitePath } from "#lib/domain/addresses/same-site-path.ts";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { limitWords } from "#lib/domain/abuse/limits.ts";
import { isRedirect, readDirective, type Directive } from "#lib/gate/directive.ts";
import { errorAnswer, isForPrograms, type ErrorPages } from "#lib/gate/error-pages.ts";
import { isHtml, type Failed, type Outcome, type Rendered } from "#lib/gate/renderer/forward.ts";
import { isLoopback } from "#lib/gate/guards/host.ts";
import { cachingOf, passedFields, type Fields } from "#lib/gate/headers.ts";
import { plainPage } from "#lib/gate/html/plain-page.ts";
import { isWhole, waitsForScript } from "#lib/gate/html/whole.ts";
import type { Answer } from "#lib/gate/send.ts";
import { withoutFrameworkScript } from "#lib/gate/html/strip.ts";

/**
 * What shaping an answer needs to know: the request's id, method, path and host as the renderer saw it, where people sign
 * in, which other site they may be sent to for that, and whom to ask about failures.
 */
export type Context = {
  id: string;
  /** The name of its trace, for whoever makes the answer, where traces are collected. */
  traceparent?: string | undefined;
  method: string;
  path: string;
  /** The path with its query. */
  address: string;
  host: string;
  signInPath?: string | undefined;
  leadsTo?: ((origin: string) => boolean) | undefined;
  errorPages: ErrorPages;
  isDatabaseUp: () => Promise<boolean>;
  /** When it was asked for, as `performance.now()` counts. */
  began?: number;
};

/** Nothing of ours takes that long to fail, but for waiting until the database gives up a statement or a lock. */
const waitedMs = 2500;

/** Makes what the renderer answered, or failed to, into a complete answer for the outside. */
export async function shape(outcome: Outcome, context: Context): Promise<Answer> {
  if ("failed" in outcome) return failure(outcome.failed, context);
  if (isRedirect(outcome.status)) return redirection(outcome, context);
  if (isDeliberateError(outcome)) return passOn(outcome, context);
  if (Buffer.isBuffer(outcome.body) && isHtml(outcome.headers))
    return page(outcome, outcome.body.toString("utf8"), context);
  return outcome.status < 400 ? passOn(outcome, context) : replaced(outcome, context);
}

const secondsToWait: Record<Failed["failed"], number> = { busy: 2, away: 5, late: 30, broken: 30 };

async function failure(why: Failed["failed"], context: Context): Promise<Answer> {
  const waited = performance.now() - (context.began ?? Infinity) > waitedMs;
  const ours = why === "broken" && !waited && (await databaseAnswers(context));
  const answer = ours
    ? errorAnswer(context.errorPages, 500, context)
    : errorAnswer(context.errorPages, 503, context, { "retry-after": String(secondsToWait[why]) });
  return { ...answer, because: why };
}

async function databaseAnswers({ isDatabaseUp }: Context): Promise<boolean> {
  return Promise.race([isDatabaseUp().catch(() => false), sleep(400, false, { ref: false })]);
}

async function redirection(rendered: Rendered, context: Context): Promise<Answer> {
  discard(rendered);
  const location = placeIn(rendered.headers.location ?? "", context);
  if (location === null) return { ...(await failure("broken", context)), because: "off-site redirect" };
  return redirect(rendered.status, location, passedFields(rendered.headers), context);
}

/** The renderer writes absolute addresses with whatever name it believes to have; only the path is taken from them. */
function placeIn(location: string, { host, leadsTo }: Context): string | null {
  if (location.startsWith("/") || !URL.canParse(location)) return sameSitePath(location);
  const url = new URL(location);
  if (leadsTo?.(url.origin)) return url.href;
  if (!/^https?:$/.test(url.protocol) || (url.host !== host && !isLoopback(url.hostname))) return null;
  return sameSitePath(url.pathname + url.search + url.hash);
}

/** Sends the reader on to another path of this site. */
export function redirect(status: number, location: string, from: Fields, { path }: Context, store = true): Answer {
  const cookies: Fields = {};
  for (const name of ["set-cookie", "clear-site-data"]) if (from[name] !== undefined) cookies[name] = from[name];
  const caching = cachingOf(path, status, cookies, store);
  const body = plainPage("This page is at another address", [], { to: location, text: "Go to the page" });
  const type = "text/html; charset=utf-8";
  return {
    status,
    fields: { ...cookies, location, "content-type": type, "cache-control": caching },
    body: Buffer.from(body),
  };
}

/** A route handler that answers an error in JSON meant to, and says more than a page of ours could. Next itself never sends 503. */
function isDeliberateError({ status, headers }: Rendered): boolean {
  const json = /^application\/(?:[\w.-]+\+)?json\b/.test(headers["content-type"] ?? "");
  return json && ((status >= 400 && status < 500) || status === 503);
}

function passOn({ status, headers, body }: Rendered, { path }: Context): Answer {
  const fields = passedFields(headers);
  return { status, fields: { ...fields, "cache-control": cachingOf(path, status, fields) }, body };
}

async function page(rendered: Rendered, html: string, context: Context): Promise<Answer> {
  const read = readDirective(html);
  if (read.directive === "none" && rendered.status >= 400) return replaced(rendered, context);
  if (rendered.status >= 500 || !isWhole(html)) return failure("broken", context);
  if (read.directive === "unreadable")
    return { ...(await failure("broken", context)), because: "unreadable directive" };

  const directive: Directive = read.directive === "none" ? {} : read.directive;
  const status = directive.status ?? rendered.status;
  if (status >= 400 && isForPrograms(context.path)) return errorAnswer(context.errorPages, status, context);
  const fields = passedFields(rendered.headers);
  if (directive.location !== undefined) return redirect(status, directive.location, fields, context, directive.store);

  const caching = cachingOf(context.path, status, { ...fields, "cache-control": "no-cache" }, directive.store);
  const kept: Fields = { ...fields, "content-type": "text/html; charset=utf-8", "cache-control": caching };
  for (const name of ["content-length", "etag", "last-modified"]) delete kept[name];
  const answer: Answer = {
    status,
    fields: kept,
    body: Buffer.from(withoutFrameworkScript(read.html)),
    found: directive.found,
  };
  return waitsForScript(html) ? { ...answer, because: "page waits for script" } : answer;
}

async function replaced(rendered: Rendered, context: Context): Promise<Answer> {
  discard(rendered);
  // A handler that says when to come again knows that what is missing is not ours.
  const { "retry-after": wait } = rendered.headers;
  if (rendered.status === 503 && wait)
    return { ...errorAnswer(context.errorPages, 503, context, { "retry-after": wait }), because: "away behind" };
  if (rendered.status >= 500) return failure("broken", context);
  if (rendered.status === 429) return limited(rendered, context);
  // Whoever sent a form keeps what they typed, in a page; everybody else goes to sign in and comes back.
  if (rendered.status === 401 && context.signInPath && context.method !== "POST")
    return redirect(303, `${context.signInPath}?next=${encodeURIComponent(context.address)}`, {}, context, false);
  // Next leaves `Allow` out; what it refuses a reader is a form's address.
  const allow: Fields = rendered.status === 405 ? { allow: rendered.headers.allow ?? "POST" } : {};
  return errorAnswer(context.errorPages, rendered.status, context, allow);
}

function limited({ headers }: Rendered, context: Context): Answer {
  const name = headers[gateHeaders.limit];
  const wait = headers["retry-after"] ?? "60";
  const text = (typeof name === "string" && limitWords(name, Number(wait), new Date())) || undefined;
  return { ...errorAnswer(context.errorPages, 429, context, { "retry-after": wait }, text), because: `limit ${name}` };
}

function discard({ body }: Rendered): void {
  if (!Buffer.isBuffer(body)) body.destroy();
}
