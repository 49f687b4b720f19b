import { streamOf } from "#lib/http/stream.ts";

/** A table for one reader, who keeps it under a name. No cache keeps it. */
export const csvAnswer = (name: string, lines: AsyncIterable<string> | Iterable<string>): Response =>
  new Response(streamOf(each(lines)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });

async function* each(lines: AsyncIterable<string> | Iterable<string>) {
  yield* lines;
}
