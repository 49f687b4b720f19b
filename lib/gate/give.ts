import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { about } from "#lib/gate/guards/trace.ts";
import type { Metrics } from "#lib/gate/machines/metrics.ts";
import { send, type Answer } from "#lib/gate/send.ts";
import { loggedPath, type Log } from "#lib/ops/log.ts";
import type { Trace } from "#lib/ops/tracing.ts";

/** Who is told of answers. */
export interface Listeners {
  /** Who counts answers, and tells figures. */
  metrics?: Metrics | undefined;
  /** Who counts what is looked for. */
  searches?: { note: (request: IncomingMessage, answer: Answer) => void } | undefined;
  log: Log;
}

/** A request under way. */
export interface Asking {
  request: IncomingMessage;
  response: ServerResponse;
  id: string;
  trace: Trace | undefined;
  /** As `performance.now()` counts. */
  started: number;
}

/** What gives answers and tells of them. */
export function createGiver({ log, metrics, searches }: Listeners) {
  /**
   * @param route which address of the site it is of, for whoever counts
   * @param fields what every answer has, where it is not set on the response yet
   * @returns what has to be waited for; a kept page has been sent at once. Never rejects
   */
  return function give(
    asked: Asking,
    answer: Answer,
    route: string | undefined,
    fields?: string[],
  ): Promise<void> | undefined {
    const { request, response, id } = asked;
    const fail = (error: unknown) => {
      log.error({ id, err: error }, "an answer could not be sent");
      response.destroy();
    };
    try {
      const sending = send(request, response, answer, fields);
      if (sending) return sending.catch(fail).then(() => tell(asked, answer, route));
    } catch (error) {
      fail(error);
    }
    return tell(asked, answer, route);
  };

  function tell(
    { request, response, id, trace, started }: Asking,
    answer: Answer,
    route: string | undefined,
  ): undefined {
    const seconds = (performance.now() - started) / 1000;
    if (route !== undefined) metrics?.note(route, response.statusCode, seconds);
    trace?.end(about(request, response, id, route), answer.status >= 500);
    note(log, request, id, answer, seconds);
    searches?.note(request, answer);
  }
}

function note(
  log: Log,
  { method, url }: IncomingMessage,
  id: string,
  { status, because }: Answer,
  seconds: number,
): void {
  if (status < 400 && because === undefined && !log.isLevelEnabled("info")) return;
  const line = { id, method, path: loggedPath(url ?? ""), status, ms: Math.round(seconds * 1000), because };
  if (status >= 500) log.error(line, "failed");
  else if (status === 403) log.warn(line, "refused");
  else if (status < 400 && because !== undefined) log.warn(line, "answered, but not well");
  else log.info(line, "answered");
}
