/** What of an error may be written down. */
export interface ToldError {
  type: string;
  message: string;
  stack?: string;
  cause?: unknown;
  errors?: unknown[];
  [kind: string]: unknown;
}

/** What says which failure it was and quotes nothing: what databases and mail servers say beside it may hold somebody's name. */
const kinds = ["code", "errno", "syscall", "responseCode", "severity", "table", "constraint"];

/** How far into causes, and how many errors of one that stands for several. */
const deepest = 5;
const most = 10;

const address =
  /(?:"[^"\r\n]*"|[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]+)(?:@|%40)(?:\[[^\]\s]*\]|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)/gu;

/** A text with a mark in place of each e-mail address. */
export const withoutAddresses = (text: string): string => text.replace(address, "(an address)");

/**
 * An error as it may be written down, with its causes and those it stands for: the message and stack of each by itself, without
 * e-mail addresses, and what kind of failure it was. What is no error is left as it is, but for addresses in a text.
 */
export function toldError(error: unknown, depth = 0): unknown {
  if (typeof error === "string") return withoutAddresses(error);
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const told: ToldError = { type: name, message: withoutAddresses(message) };
  if (stack) told.stack = withoutAddresses(stack);
  for (const [key, value] of Object.entries(error))
    if (kinds.includes(key) && ["string", "number"].includes(typeof value)) told[key] = value;
  if (depth >= deepest) return told;
  if (isToTell(cause)) told.cause = toldError(cause, depth + 1);
  if (error instanceof AggregateError)
    told.errors = error.errors
      .filter(isToTell)
      .slice(0, most)
      .map((one) => toldError(one, depth + 1));
  return told;
}

const isToTell = (value: unknown) => value instanceof Error || typeof value === "string";
