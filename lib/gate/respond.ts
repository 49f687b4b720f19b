import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { nearMiss } from "#lib/domain/addresses/near-miss.ts";
import { errorAnswer, type ErrorPages } from "#lib/gate/error-pages.ts";
import { createBodies, hasNoBody, invite, type BodyLimits } from "#lib/gate/body.ts";
import { createForwarder, type ForwardLimits, type Queue, type Waits } from "#lib/gate/renderer/forward.ts";
import { keepTyped } from "#lib/gate/renderer/typed-parts.ts";
import { createUploader, type UploadLimits } from "#lib/gate/renderer/upload.ts";
import { createGiver, type Asking, type Listeners } from "#lib/gate/give.ts";
import { isOpen, isUpload, refuse } from "#lib/gate/guards.ts";
import type { Refusal, Rules } from "#lib/gate/guards/asked.ts";
import { clientOf, type Trust } from "#lib/gate/guards/client.ts";
import { hostOf } from "#lib/gate/guards/host.ts";
import { traceOf } from "#lib/gate/guards/trace.ts";
import { requestIdOf } from "#lib/gate/guards/request-id.ts";
import { isOneClick } from "#lib/gate/guards/one-click.ts";
import { refuseOrigin } from "#lib/gate/guards/origin.ts";
import { splitTarget } from "#lib/gate/guards/target.ts";
import { allIsWell, healthAnswer } from "#lib/gate/machines/health.ts";
import { asksForFigures, mayWatch } from "#lib/gate/machines/may-watch.ts";
import type { Readiness } from "#lib/gate/machines/readiness.ts";
import { securityTxt, securityTxtPath } from "#lib/gate/machines/security-txt.ts";
import { openFields, preflightFields, securityFields } from "#lib/gate/headers.ts";
import { isRefusedForNow, withTypedForm } from "#lib/gate/html/typed-form.ts";
import type { Pages, Render } from "#lib/gate/pages/pages.ts";
import { answerOf } from "#lib/gate/pages/kept-page.ts";
import { createQuickWay } from "#lib/gate/pages/quick.ts";
import type { Answer } from "#lib/gate/send.ts";
import { redirect, shape, type Context } from "#lib/gate/shape.ts";
import { asOneClick, messageOf, publicMessage, uploadOf, withQuery } from "#lib/gate/renderer/message.ts";

/** What answering needs: where the renderers listen, what is allowed, and whom to ask when something fails. */
export type Site = Rules &
  Listeners & {
    socketPaths: readonly string[];
    limits: ForwardLimits & UploadLimits & BodyLimits;
    trust: Trust;
    errorPages: ErrorPages;
    signInPath?: string | undefined;
    leadsTo?: Context["leadsTo"];
    /** In which queue whoever reads an address waits. */
    queueOf?: ((address: string) => Queue) | undefined;
    contactEmail?: string | undefined;
    isDatabaseUp: () => Promise<boolean>;
    /** Whether readers can be answered, and what is not well. */
    readiness?: (() => Promise<Readiness>) | undefined;
    metricsToken?: string | undefined;
    follow?: ((waits: () => Waits) => void) | undefined;
    /** Who keeps finished pages. */
    pages?: Pages | undefined;
  };

/** By what a request is known: its id, and the name of its trace where there is one. */
type Known = Pick<Context, "id" | "traceparent">;

/** When whoever was told that too many forms come at once may come again. */
const secondsToForms = 5;

/** Answers one request from its head to its last byte. The function it returns never throws. */
export function createResponder(site: Site) {
  const forward = createForwarder(site.socketPaths, site.limits, site.pages?.isAway);
  site.follow?.(forward.waits);
  const upload = createUploader(site.socketPaths, site.limits);
  const readBody = createBodies(site.limits);
  const routeOf = site.metrics?.routeOf ?? (() => undefined);
  const quickWay = site.pages && createQuickWay(site.pages, routeOf);
  const queueOf = site.queueOf ?? (() => "own" as const);
  const give = createGiver(site);
  const always = Object.entries(securityFields(site.publicUrl)).flat(2);
  /** While the database is known to be away, nobody waits to hear it once more. */
  const isDatabaseUp = async () => !site.pages?.isAway() && site.isDatabaseUp();

  return function respond(request: IncomingMessage, response: ServerResponse): void {
    const started = performance.now();
    const id = requestIdOf(request, site.trust);
    const asked = { request, response, id, trace: traceOf(request, site.trust), started };
    const kept = quickWay?.find(request);
    if (kept) void give(asked, answerOf(kept.page), kept.route, [...always, "X-Request-Id", id]);
    else void answerSlowly(asked);
  };

  async function answerSlowly(asked: Asking): Promise<void> {
    const { request, response, id, trace } = asked;
    const answer = await longWay(request, response, { id, traceparent: trace?.traceparent });
    if (!answer) return trace?.end({}, true);
    await give(asked, answer, routeOf(splitTarget(request.url ?? "").path));
  }

  /** Through every check. Out: null where whoever asked has gone. */
  async function longWay(request: IncomingMessage, response: ServerResponse, known: Known): Promise<Answer | null> {
    const { id } = known;
    const open = isOpen(request.url ?? "", site.opens) ? openFields : {};
    response.setHeaders(new Map(Object.entries({ ...securityFields(site.publicUrl), ...open, "X-Request-Id": id })));
    return answerTo(request, response, known).catch((error: unknown) => {
      if (request.socket.destroyed) return null;
      site.log.error({ id, err: error }, "the gate itself failed");
      return errorAnswer(site.errorPages, 500, { id, path: splitTarget(request.url ?? "/").path });
    });
  }

  async function answerTo(request: IncomingMessage, response: ServerResponse, known: Known): Promise<Answer> {
    const watching = { ...site, token: site.metricsToken };
    const health = healthAnswer(request, site.readiness ?? allIsWell, () => mayWatch(request, watching));
    if (health) return health;
    if (site.metrics && asksForFigures(request, watching)) return site.metrics.answer();
    const asked = { method: request.method ?? "", url: request.url ?? "", headers: request.headersDistinct };
    const context = {
      ...site,
      isDatabaseUp,
      began: performance.now(),
      ...known,
      method: asked.method,
      path: splitTarget(asked.url).path,
      address: withQuery(splitTarget(asked.url).path, asked.url),
      host: rendererHost(asked.headers, site.publicUrl),
      client: clientOf(request, site.trust),
    };
    const refusal = refuse(asked, site);
    if (refusal) return turnedAway(refusal, request, response, context);

    if (request.method === "OPTIONS") return { status: 200, fields: preflightFields, body: Buffer.alloc(0) };

    if (context.path === securityTxtPath && site.contactEmail && request.method !== "POST")
      return securityTxt(site.contactEmail, site.publicUrl);

    const meant = request.method === "POST" ? null : nearMiss(context.path);
    if (meant !== null) return redirect(301, withQuery(meant, asked.url), {}, context);

    const page = request.method === "POST" ? null : pageOf(site, context);
    if (site.pages && page !== null) {
      // Where no public address is set, pages name the host that they were asked under.
      const key = site.publicUrl === undefined ? `${context.host} ${page}` : page;
      quickWay?.remember(request, key);
      return site.pages.answer(key, page, rendering(page, context), goneSignal(response));
    }

    if (isUpload(asked, site) && !hasNoBody(request)) return passUpload(request, response, context);
    if (request.method === "POST") return passForm(request, response, context);
    const message = { ...messageOf(request, context), queue: queueOf(context.address) };
    return shape(await forward(message, goneSignal(response)), context);
  }

  async function passForm(request: IncomingMessage, response: ServerResponse, context: Context & { client: string }) {
    const body = await readBody(request, response);
    if (!body) {
      response.setHeader("Connection", "close");
      const later = errorAnswer(site.errorPages, 503, context, { "retry-after": String(secondsToForms) });
      return { ...later, because: "too many forms at once" };
    }
    try {
      const foreign = refuseOrigin(request.headersDistinct, site);
      if (foreign && !isOneClick(request.headersDistinct, body.bytes))
        return turnedAway(foreign, request, response, context);
      const message = messageOf(request, context, body.bytes);
      const sent = { ...(foreign ? asOneClick(message) : message), queue: "own" } as const;
      const answer = await shape(await forward(sent, goneSignal(response)), context);
      return foreign ? answer : withTypedForm(answer, context.path, body.bytes);
    } finally {
      body.letGo();
    }
  }

  /** Makes a public page. */
  function rendering(page: string, context: Context): Render {
    return async (gone, atLeast) => {
      const message = { ...publicMessage(page, context, atLeast), queue: queueOf(page) };
      return shape(await forward(message, gone), context);
    };
  }

  async function passUpload(request: IncomingMessage, response: ServerResponse, context: Context & { client: string }) {
    // Nothing is sent either way while what came is looked through.
    request.setTimeout(site.limits.slowMs + site.limits.answerMs);
    invite(request, response);
    let typed: ReturnType<typeof keepTyped> = async () => undefined;
    const outcome = await upload(uploadOf(request, context), request, () => (typed = keepTyped(request)));
    if (outcome !== "slow") {
      const answer = await shape(outcome, context);
      return isRefusedForNow(answer) ? withTypedForm(answer, context.path, await typed(), "with files") : answer;
    }
    response.setHeader("Connection", "close");
    return { ...errorAnswer(site.errorPages, 408, context), because: "slow upload" };
  }
}

/** The one address of a public page; null for any other. */
function pageOf({ pages }: Site, { path, address }: Context): string | null {
  return pages?.keyOf(path, splitTarget(address).query) ?? null;
}

function rendererHost(headers: NodeJS.Dict<string[]>, publicUrl: string | undefined): string {
  return publicUrl === undefined ? (hostOf(headers) ?? "localhost") : new URL(publicUrl).host;
}

function turnedAway(
  { status, because, allow }: Refusal,
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
) {
  // The rest of a body nobody wants is not read; the connection ends instead.
  if (request.headers["content-length"] || request.headers["transfer-encoding"])
    response.setHeader("Connection", "close");
  return { ...errorAnswer(context.errorPages, status, context, allow ? { allow: allow.join(", ") } : {}), because };
}

function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  // Without a reason an error is made for it, which costs more than it seems.
  response.once("close", () => gone.abort("gone"));
  return gone.signal;
}
