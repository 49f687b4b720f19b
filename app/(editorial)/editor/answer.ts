import { z } from "zod";
import { findAttempt, keepAttempt } from "#lib/data/submissions/attempts.ts";
import type { Parameters } from "#lib/domain/listing/parameters.ts";
import { seeOther } from "#lib/http/form.ts";
import { readText } from "#lib/http/read-text.ts";

const kept = z.object({
  /** What was done, in a sentence. */
  done: z.string().default(""),
  /** The one version it was done to. */
  open: z.string().nullable().default(null),
  /** What was not done, and why: a sentence each. */
  notDone: z.array(z.string()).default([]),
  /** What was typed into a form that was refused. */
  typed: z.record(z.string(), z.string()).default({}),
});

/** What became of a form, for the page it came from. Errors stand under the ids of their fields. */
export type Answer = z.output<typeof kept> & { errors: Record<string, string> };

/** What became of the form that led to a page. Everything is empty where none did, or an hour has gone. */
export async function findAnswer(address: string, parameters: Parameters): Promise<Answer> {
  const attempt = await findAttempt(readText(parameters["attempt"], 36), address);
  return { ...kept.parse(attempt?.typed ?? {}), errors: attempt?.errors ?? {} };
}

/**
 * Sends an editor back to the page a form came from, where they are told what became of it.
 *
 * @param search what stood behind the question mark there
 */
export async function answerWith(
  address: string,
  { errors = {}, ...typed }: Partial<Answer>,
  search = "",
): Promise<Response> {
  const parameters = new URLSearchParams(search);
  parameters.set("attempt", await keepAttempt(address, { typed, errors }));
  return seeOther(`${address}?${parameters}`);
}

/** An answer's errors for the summary on top of a page, in the order of the fields: what was kept has forgotten it. */
export const errorsOf = ({ errors }: Answer, fields: readonly string[] = []) =>
  Object.entries(errors)
    .toSorted(([a], [b]) => fields.indexOf(a) - fields.indexOf(b))
    .map(([field, message]) => ({ field, message }));
