import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import type { Visitor } from "../web.ts";
import type { Handle } from "./history.ts";

/** Finds out, as people do, where a version stands: on its desk, or while it has none, on the draft's own pages. */
export async function lookAgain(handle: Handle, editor: Visitor, author: Visitor): Promise<void> {
  if (!handle.id && handle.track) await findInQueue(handle, editor, author);
  if (!handle.id) return lookAtDraft(handle, author);
  const { text } = await editor.page(`/editor/review/${handle.id}`);
  const [, name = ""] = /<h2 id="stands"[^>]*>([^<]+)/.exec(text) ?? [];
  // Names such as "Held" end where it says with whom it is.
  const named = Object.entries(stateNames).find(([, words]) => name.split(",")[0] === words);
  const [, revision] = /, revision (\d+)/.exec(text.replaceAll("<!-- -->", "")) ?? [];
  if (!named || !revision) throw new Error(`The desk of ${handle.id} does not say where it stands: ${name}`);
  [handle.state, handle.revision] = [named[0], Number(revision)];
}

/** By the reference that its author is told. */
async function findInQueue(handle: Handle, editor: Visitor, author: Visitor): Promise<void> {
  const [reference] = /CB-[0-9A-F]{4}-[0-9A-F]{4}/.exec((await author.page(handle.track)).text) ?? [];
  if (!reference) throw new Error(`${handle.track} says no reference`);
  const { text } = await editor.page(`/editor/queue?tab=all&q=${reference}`);
  handle.id = /\/editor\/review\/([0-9a-f-]{36})/.exec(text)?.[1] ?? null;
}

async function lookAtDraft(handle: Handle, author: Visitor): Promise<void> {
  const { text } = await author.page(`${handle.draft}/lessons`);
  const [, revision] = /name="basedOn" value="(\d+)"/.exec(text) ?? [];
  if (revision) handle.revision = Number(revision);
}
