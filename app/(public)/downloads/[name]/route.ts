import { ensureDownload } from "#lib/commands/directory/ensure-download.ts";
import { spend } from "#lib/data/limits.ts";
import { readDownload } from "#lib/data/downloads/downloads.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";

/** A file with everything that is published now: what was taken out a moment ago is not in it. */
export async function GET(request: Request, { params }: RouteContext<"/downloads/[name]">) {
  const { name } = await params;
  const file = downloadFiles.find((one) => one.name === name);
  if (!file) return new Response(null, { status: 404 });
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  const { key, bytes, sha256 } = await ensureDownload(file);
  const headers = { etag: `"${sha256}"`, "cache-control": "no-cache" };
  if (request.headers.get("if-none-match")?.includes(sha256)) return new Response(null, { status: 304, headers });
  return new Response(await readDownload({ key }), {
    headers: {
      ...headers,
      "content-type": file.type,
      "content-length": String(bytes),
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
