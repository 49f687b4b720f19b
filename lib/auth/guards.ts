import { forbidden, unauthorized } from "next/navigation";
import { isAdministrator, isEditor, type Actor } from "#lib/domain/workflow/decide.ts";
import { createEventLog } from "#lib/ops/log.ts";
import { findVisitor } from "./visitor.ts";

/** Whoever is signed in and edits. */
export type Editor = Extract<Actor, { kind: "person" }> & { name: string };

/**
 * Lets an editor or administrator pass who has shown a second factor, and stops everybody else: the gate sends them to
 * sign in. Every editors' page and handler calls it first; a layout or the gate is no guard.
 */
export async function requireEditor(): Promise<Editor> {
  const visitor = await findVisitor();
  if (!visitor?.session.secondFactorAt) return unauthorized();
  const { id, role, name, email } = visitor.person;
  const editor = { kind: "person" as const, id, role, name: name || email };
  return isEditor(editor) ? editor : refuse(id);
}

/** Lets an administrator pass and stops everybody else. */
export async function requireAdministrator(): Promise<Editor> {
  const editor = await requireEditor();
  return isAdministrator(editor) ? editor : refuse(editor.id);
}

function refuse(person: string): never {
  createEventLog().warn({ person }, "somebody asked for what they may not have");
  return forbidden();
}
