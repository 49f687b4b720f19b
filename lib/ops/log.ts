import { pino, type DestinationStream, type LogFn, type Logger } from "pino";
import { here } from "./here.ts";
import { toldError, withoutAddresses } from "./told-errors.ts";

export type Log = Logger;

/**
 * The log: one JSON object a line, on standard output or the given stream, with the id of what it was written during. Quiet below
 * warnings unless LOG_LEVEL says otherwise; a level pino does not know counts as unset. No line has an e-mail address.
 */
export function createLog(level = process.env.LOG_LEVEL ?? "", stream?: DestinationStream): Log {
  const known = level === "silent" || Object.hasOwn(pino.levels.values, level);
  const options = {
    ...{ level: known ? level : "warn", base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    mixin: () => idHere(here()?.id),
    serializers: { err: (error: unknown) => toldError(error) },
    formatters: { log: plainly },
    hooks: { logMethod: writePlainly },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** The log for who came in, who tried to and who was kept out: it is written whatever LOG_LEVEL says, but for silence. */
export const createEventLog = (level = process.env.LOG_LEVEL ?? "", stream?: DestinationStream): Log =>
  createLog(["silent", "debug"].includes(level) ? level : "info", stream);

/** Writes down on standard error, whatever LOG_LEVEL says, that something failed which nobody had thought of. */
export const tellUnexpected = (error: unknown, message = "something failed unexpectedly"): void =>
  createLog("error", { write: (line) => void process.stderr.write(line) }).error({ err: error }, message);

function writePlainly(this: Logger, said: Parameters<LogFn>, log: LogFn) {
  const [first, ...rest]: unknown[] = said;
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
  // Without words beside it, an error's own message would be the line's.
  const words = rest.length === 0 && error instanceof Error ? [first, error.message] : said;
  log.apply(this, words.map((one: unknown) => (typeof one === "string" ? withoutAddresses(one) : one)) as typeof said);
}

/** What is told beside an error is without addresses too: it may be the error's message alone. */
const plainly = (told: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(told).map(([key, value]) => [key, typeof value === "string" ? withoutAddresses(value) : value]),
  );

const idHere = (id: string | undefined) => (id === undefined ? {} : { id });

/** What of a request target may be logged: the path without its query, and `*` for whatever follows an address that carries a token. */
export function loggedPath(target: string): string {
  const [path = ""] = target.split(/[?#]/, 1);
  const segments = path.split("/");
  // Not only at the beginning: a target may be a whole address, or have one slash too many.
  const carrier = segments.findIndex(carriesToken);
  const shown = carrier === -1 ? segments : segments.map((segment, place) => (place > carrier ? "*" : segment));
  return shown.join("/").slice(0, 200);
}

function carriesToken(segment: string): boolean {
  // Escaped letters reach the same page, so they must not be a way round.
  const plain = segment.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return ["track", "submit", "alerts", "my-case-studies", "erase", "fact-check", "enquiries", "sign-in"].includes(
    plain.toLowerCase(),
  );
}
