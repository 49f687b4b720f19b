import { awayAnswer } from "./away.ts";

/** The media type of a Word document. */
export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A Word document to be kept as a file.
 *
 * @param bytes "away" while what belongs into it cannot be had
 * @param name what it is called, without its ending
 */
export function wordResponse(bytes: Uint8Array | "away", name: string, headers: HeadersInit = {}): Response {
  if (bytes === "away") return awayAnswer();
  const fields = new Headers(headers);
  fields.set("content-type", wordType);
  fields.set("content-length", String(bytes.byteLength));
  fields.set("content-disposition", `attachment; filename="${name}.docx"`);
  if (!fields.has("cache-control")) fields.set("cache-control", "private, no-store");
  return new Response(Uint8Array.from(bytes), { headers: fields });
}
