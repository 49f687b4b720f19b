import { spend } from "#lib/data/limits.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { apiDocument } from "#lib/feeds/api/document.ts";
import { badParameters, notThere } from "#lib/feeds/api/problem.ts";
import { unknownNames, type ParameterError } from "#lib/http/api/parameter-errors.ts";
import { hasAlready, notModified, tagFor } from "#lib/http/answers/unchanged.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";

/** What there is to say to a program. */
export type Reply = { body: unknown; headers?: Record<string, string> } | Response;

/**
 * Answers a program: with nothing but "unchanged" where it has this answer already, and otherwise as `reply` says.
 * `counted` says whether it counts towards the limit of answers. A tag names the address and the state of what is public, so nobody has it who was not answered.
 */
export async function answer(
  request: Request,
  reply: () => Promise<Reply>,
  { counted = true } = {},
): Promise<Response> {
  // Read before anything else: an answer may be newer than its tag, never older.
  const { pathname, search } = new URL(request.url);
  const etag = tagFor(revisionOfApi(), await getGeneration(), pathname + search);
  if (hasAlready(request, etag)) return notModified(etag);

  const spent = counted ? await spend("read", { address: clientAddress(request) }) : null;
  if (spent && !spent.ok) return tooMany(spent.reason);

  const said = await reply();
  if (said instanceof Response) return said;
  return Response.json(said.body, { headers: { etag, "cache-control": "no-cache", ...said.headers } });
}

/** Says which parameters could not be used. */
export const refused = (errors: ParameterError[]): Response => problemResponse(badParameters(errors));

/** Says that there is nothing at an address, or nothing any more. */
export const missing = (status: 404 | 410): Response => problemResponse(notThere(status));

/** Stops a program that sends parameters to an address that takes none. */
export function refuseParameters(request: Request): Response | null {
  const errors = unknownNames(parametersOf(new URL(request.url).search), []);
  return errors.length ? refused(errors) : null;
}

const problemResponse = (problem: ReturnType<typeof notThere>) =>
  Response.json(problem, {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-cache" },
  });

let revision: string | null = null;

/** Differs where the code gives answers of another shape, or the site has another name. */
const revisionOfApi = () => (revision ??= JSON.stringify(apiDocument(null)));
