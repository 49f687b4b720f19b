import { pino, type DestinationStream, type Logger } from "pino";
import { here } from "./here.ts";

export type Log = Logger;

/**
 * The log: one JSON object a line, on standard output or the given stream, with the id of what it was written during. Quiet below
 * warnings unless LOG_LEVEL says otherwise; a level pino does not know counts as unset.
 */
export function createLog(level = process.env.LOG_LEVEL ?? "", stream?: DestinationStream): Log {
  const known = level === "silent" || Object.hasOwn(pino.levels.values, level);
  const options = {
    ...{ level: known ? level : "warn", base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    mixin: () => idHere(here()?.id),
    serializers: { err: errorWithoutValues },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** The log for who came in, who tried to and who was kept out: it is written whatever LOG_LEVEL says, but for silence. */
export const createEventLog = (level = process.env.LOG_LEVEL ?? "", stream?: DestinationStream): Log =>
  createLog(["silent", "debug"].includes(level) ? level : "info", stream);

/** What databases and mail servers say beside their message quotes rows and addresses: somebody's name may be in it. */
const quoting = ["detail", "where", "meta", "cause", "response", "rejected", "rejectedErrors", "envelope"];

function errorWithoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return Object.fromEntries(Object.entries(pino.stdSerializers.err(error)).filter(([key]) => !quoting.includes(key)));
}

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
