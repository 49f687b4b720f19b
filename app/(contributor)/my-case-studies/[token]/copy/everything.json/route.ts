import { findCopy } from "#lib/data/people/copy/copy.ts";
import { writeCopy } from "#lib/domain/people/write-copy.ts";

/** A copy of what is held about whoever has the link, as a file for other programs. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/my-case-studies/[token]/copy/everything.json">,
) {
  const copy = await findCopy((await params).token);
  if (!copy) return new Response(null, { status: 404 });
  return new Response(writeCopy(copy), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="what-casebook-holds-about-you.json"',
      "cache-control": "private, no-store",
    },
  });
}
