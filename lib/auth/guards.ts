import { unauthorized } from "next/navigation";
import type { Actor } from "#lib/domain/workflow/decide.ts";

/** Whoever is signed in and edits. */
export type Editor = Extract<Actor, { kind: "person" }> & { name: string };

/** Lets an editor or administrator pass and stops everybody else. Every editors' page and handler calls it first. */
export async function requireEditor(): Promise<Editor> {
  unauthorized();
}

/** Lets an administrator pass and stops everybody else. */
export async function requireAdministrator(): Promise<Editor> {
  unauthorized();
}
