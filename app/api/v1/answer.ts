import { createHash } from "node:crypto";
import { spend } from "#lib/data/limits.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { apiDocument } from "#lib/feeds/api/document.ts";
import { badParameters, notThere } from "#lib/feeds/api/problem.ts";
import { unknownNames, type ParameterError } from "#lib/http/api/parameter-errors.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { parametersOf } from "./parameters-of.ts";

/** What there is to say to a program. */
export type Reply = { body: unknown; headers?: Record<string, string> } | Response;

/**
 * Answers a program: with nothing but "unchanged" where it has this answer already, and otherwise as `reply` says.
 * A tag names the address and the state of what is public, so nobody has it who was not answered.
 */
export async function answer(request: Request, reply: () => Promise<Reply>): Promise<Response> {
  // Read before anything else: an answer may be newer than its tag, never older.
  const etag = tagOf(request, await getGeneration());
  const headers = { etag, "cache-control": "no-cache" };
  if (hasTag(request, etag)) return new Response(null, { status: 304, headers });

  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);

  const said = await reply();
  if (said instanceof Response) return said;
  return Response.json(said.body, { headers: { ...headers, ...said.headers } });
}

/** Says which parameters could not be used. */
export const refused = (errors: ParameterError[]): Response => problemResponse(badParameters(errors));

/** Says that there is nothing at an address, or nothing any more. */
export const missing = (status: 404 | 410): Response => problemResponse(notThere(status));

/** Stops a program that sends parameters to an address that takes none. */
export function refuseParameters(request: Request): Response | null {
  const errors = unknownNames(parametersOf(request), []);
  return errors.length ? refused(errors) : null;
}

const problemResponse = (problem: ReturnType<typeof notThere>) =>
  Response.json(problem, {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-cache" },
  });

let revision: string | null = null;

/** Differs where the code gives answers of another shape, or the site has another name. */
const revisionOfApi = () => (revision ??= digest(JSON.stringify(apiDocument(null)), 8));

function tagOf({ url }: Request, generation: bigint): string {
  const { pathname, search } = new URL(url);
  return `W/"${revisionOfApi()}-${generation}-${digest(pathname + search, 16)}"`;
}

const digest = (text: string, length: number) => createHash("sha256").update(text).digest("base64url").slice(0, length);

function hasTag(request: Request, tag: string): boolean {
  const opaque = (text: string) => text.trim().replace(/^W\//, "");
  return (request.headers.get("if-none-match") ?? "").split(",").some((one) => opaque(one) === opaque(tag));
}
