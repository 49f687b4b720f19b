import type { Values } from "#lib/domain/template/fields.ts";

/** A form with one file in it, as it was sent. */
export interface Uploaded {
  values: Values;
  /** Null where none was chosen. */
  file: { name: string; bytes: Uint8Array } | null;
}

/** What may stand in a form beside its file. */
const besideBytes = 64_000;

/**
 * Reads a form with one file into memory, and never more of it than the file may have.
 *
 * @param most the most bytes of the file
 * @returns "tooLarge" for a form that says it has more; null for one that broke off, went on longer than it said, or is none
 */
export async function readUploaded(
  request: Request,
  field: string,
  most: number,
): Promise<Uploaded | "tooLarge" | null> {
  if (Number(request.headers.get("content-length")) > most + besideBytes) return "tooLarge";
  const form = await bounded(request, most + besideBytes)
    .formData()
    .catch(() => null);
  if (!form) return null;
  const file = form.get(field);
  const isChosen = file instanceof File && (file.name !== "" || file.size > 0);
  return {
    values: (name) =>
      form.getAll(name).flatMap((value) => (typeof value === "string" ? value.replaceAll("\0", "") : [])),
    file: isChosen ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null,
  };
}

/** The same body, of which whatever goes on for longer is dropped: cut short, it is no form. */
function bounded({ body, headers }: Request, most: number): Response {
  let length = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length <= most) controller.enqueue(chunk);
    },
  });
  const type = headers.get("content-type") ?? "";
  return new Response(body?.pipeThrough(counting) ?? null, { headers: { "content-type": type } });
}
