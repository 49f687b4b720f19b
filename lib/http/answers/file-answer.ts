import { isPictureType } from "#lib/domain/files/kinds.ts";
import { awayAnswer } from "./away.ts";
import { hasAlready } from "./unchanged.ts";

interface Served {
  name: string;
  type: string;
  bytes: number;
  content: () => Promise<Found<ReadableStream<Uint8Array>>>;
}

/** Null for what is not there, "away" for what cannot be had just now. */
type Found<Thing> = Thing | "away" | null;

/** Nothing that was uploaded may run, load or show anything beside itself, whoever opens it on its own. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const publicCaching = {
  // Its address never shows other bytes. A day later readers find out when it has been taken down.
  "cache-control": "public, max-age=86400",
  // Feeds show it on other people's pages.
  "cross-origin-resource-policy": "cross-origin",
};

/** The answer with a file: a picture to be shown, anything else to be kept. */
export async function fileAnswer(request: Request, file: Found<Served>, tag: string, open: boolean): Promise<Response> {
  if (file === null || file === "away") return withoutFile(file);
  const fields = {
    "content-type": file.type,
    "content-disposition": disposition(file),
    "content-security-policy": policy,
    ...(open ? { ...publicCaching, etag: `"${tag}"` } : { "cache-control": "private, no-store" }),
  };
  if (open && hasAlready(request, `"${tag}"`)) return new Response(null, { status: 304, headers: fields });
  const headers = { ...fields, "content-length": String(file.bytes) };
  if (request.method === "HEAD") return new Response(null, { headers });
  const content = await file.content();
  return content === null || content === "away" ? withoutFile(content) : new Response(content as BodyInit, { headers });
}

const withoutFile = (why: "away" | null) => (why === "away" ? awayAnswer() : new Response(null, { status: 404 }));

/** The name for old programs and for those that know all letters (RFC 6266). */
function disposition({ name, type }: Served): string {
  const plain = name.normalize("NFKD").replace(/[^\w .()-]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${isPictureType(type) ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
