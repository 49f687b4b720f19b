import type { Values } from "#lib/domain/template/fields.ts";

/** A form as it was sent: its values by name. The gate has bounded its size and seen to it that it came from a page of ours. */
export async function readForm(request: Request): Promise<Values> {
  const fields = new URLSearchParams(await request.text());
  return (name) => fields.getAll(name).map((value) => value.replaceAll("\0", ""));
}

/** Fields that nobody fills in: they say what a form is about, which button was pressed, and when it was sent. */
export const isCode = (name: string): boolean => ["basedOn", "do", "from", "page", "turn"].includes(name);

/** What a form says in its boxes, by name, for when nothing can be made of it but to give it back. */
export async function readTyped(request: Request): Promise<Record<string, string>> {
  // Of names as well as values: what is kept of a form is kept under them.
  const fields = new URLSearchParams((await request.text()).replaceAll(/%00|\0/g, ""));
  const names = [...new Set(fields.keys())].filter((name) => !isCode(name));
  return Object.fromEntries(names.map((name) => [name, fields.getAll(name).filter(Boolean).join("\n").toWellFormed()]));
}

/** The first value of a field, without space around it; "" when there is none. */
export const fieldOf = (values: Values, name: string): string => (values(name)[0] ?? "").trim();

/** Sends the reader on with 303, so that Back and reload never send the form again. */
export function seeOther(path: string, headers: HeadersInit = {}): Response {
  const fields = new Headers(headers);
  fields.set("location", path);
  return new Response(null, { status: 303, headers: fields });
}
