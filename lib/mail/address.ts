import type { Env } from "#lib/ops/env.ts";
import { z } from "zod";

const one = z.email().max(254);

/** Whom to send to, or null when there is no address a letter could reach. */
export function readAddress(text: string | null | undefined): string | null {
  const read = one.safeParse(text);
  // Nothing is ever delivered below .invalid (RFC 2606): a person who was erased may have such an address.
  return read.success && !read.data.toLowerCase().endsWith(".invalid") ? read.data : null;
}

/** The address of this site, without a slash at the end. */
export const siteAddress = ({ PUBLIC_URL, PORT }: Pick<Env, "PUBLIC_URL" | "PORT">) =>
  (PUBLIC_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, "");

/** The Message-ID of a letter: the same however often it is tried, so that a mailbox can tell a repeat. */
export function messageId(id: string, { PUBLIC_URL }: Pick<Env, "PUBLIC_URL">): string {
  return `<letter-${id}@${PUBLIC_URL ? new URL(PUBLIC_URL).hostname : "casebook.example"}>`;
}
