import { spend } from "#lib/data/limits.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { ignoresAnything } from "#lib/domain/listing/read.ts";
import { paths, type ListingFormat } from "#lib/http/paths.ts";
import { hasAlready, notModified, tagFor } from "#lib/http/answers/unchanged.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { readAsked, type Asked } from "./asked.ts";
import { refusedFor } from "./refused.ts";

/** Raised when a format comes to say something else of the same case studies, as readers keep what they have by its tag. */
const edition = "1";

const types: Record<ListingFormat, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/**
 * Answers a request for the listing in one of its formats. Addresses of the old shape lead to the canonical one. What one
 * is sent depends on the address and on what is public alone, so whoever has it already is told so before anything is read.
 * An address that was only partly understood is refused: programs read no notice, and would take everything for what they
 * asked for.
 */
export async function answerAs(
  format: ListingFormat,
  request: Request,
  write: (asked: Asked) => Promise<string | ReadableStream<Uint8Array>>,
): Promise<Response> {
  const generation = await getGeneration();
  const asked = await readAsked(format, request);
  const address = paths.listingAs(format, asked.query);
  if (asked.moved) return new Response(null, { status: 301, headers: { location: address } });
  if (ignoresAnything(asked.ignored)) return refusedFor(asked.ignored);

  const tag = tagFor(edition, generation, asked.origin, address, asked.archive ?? "");
  if (hasAlready(request, tag)) return notModified(tag);
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  return new Response(await write(asked), {
    headers: {
      "content-type": types[format],
      ...(format === "csv" && { "content-disposition": 'attachment; filename="case-studies.csv"' }),
      etag: tag,
      "cache-control": "no-cache",
    },
  });
}
