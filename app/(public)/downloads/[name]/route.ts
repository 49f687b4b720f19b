import { ensureDownload } from "#lib/commands/directory/ensure-download.ts";
import { spend } from "#lib/data/limits.ts";
import { readDownload } from "#lib/data/downloads/downloads.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { hasAlready, notModified } from "#lib/http/answers/unchanged.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";

/** A file with everything that is published now: what was taken out a moment ago is not in it. */
export async function GET(request: Request, { params }: RouteContext<"/downloads/[name]">) {
  const { name } = await params;
  const file = downloadFiles.find((one) => one.name === name);
  if (!file) return new Response(null, { status: 404 });
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  const { key, bytes, sha256 } = await ensureDownload(file);
  const etag = `"${sha256}"`;
  if (hasAlready(request, etag)) return notModified(etag);
  return new Response(await readDownload({ key }), {
    headers: {
      ...{ etag, "cache-control": "no-cache" },
      "content-type": file.type,
      "content-length": String(bytes),
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
