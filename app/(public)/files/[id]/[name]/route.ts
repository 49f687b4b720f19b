import { z } from "zod";
import { findPublicFile } from "#lib/data/files/files.ts";

/**
 * A picture or document of a published case study. Its address never shows other bytes, so browsers may keep it, but they
 * ask each time whether it is still public.
 */
export async function GET(_request: Request, { params }: RouteContext<"/files/[id]/[name]">) {
  const id = z.uuid().safeParse((await params).id);
  const file = id.success ? await findPublicFile(id.data) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.content, {
    headers: {
      "content-type": file.type,
      "content-length": String(file.bytes),
      "cache-control": "no-cache",
      etag: `"${id.data}"`,
      // Feeds show it on other people's pages.
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
