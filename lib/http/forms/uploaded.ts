import type { Values } from "#lib/domain/template/fields.ts";

/** A form with one file in it, as it was sent. */
export interface Uploaded {
  values: Values;
  /** Null where none was chosen. */
  file: { name: string; bytes: Uint8Array } | null;
}

/**
 * Reads a form with a file. The one place where a body with a file is read: the gate has bounded its size. Null for a
 * body that broke off or is no such form.
 */
export async function readUploaded(request: Request, field: string): Promise<Uploaded | null> {
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const file = form.get(field);
  const isChosen = file instanceof File && (file.name !== "" || file.size > 0);
  return {
    values: (name) =>
      form.getAll(name).flatMap((value) => (typeof value === "string" ? value.replaceAll("\0", "") : [])),
    file: isChosen ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null,
  };
}
