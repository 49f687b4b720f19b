import { expect, test } from "vitest";
import { eraseAgain } from "#lib/commands/people/erasing/erase-again.ts";
import { eraseAddress } from "#lib/commands/people/erasing/erase-address.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { db } from "#lib/data/db.ts";
import { findEdits, findToldEdits, getEditedWords } from "#lib/data/review/edits.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aVersion, someContact } from "#tests/support/versions.ts";

/** Which row a contact is kept in, as it is somebody's own, and words that name it cannot change. */
const other = { name: "Harbour team", email: "harbour@dorset.example", phone: "" };

async function saveContact(versionId: string, contact: typeof other, actor?: Actor) {
  const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "contact");
  if (!section) throw new Error("The template has no contact");
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  const saved = await saveSection({ versionId, basedOn, section, typed: {}, contact, ...(actor && { actor }) });
  if (!saved.ok) throw new Error(`It was refused: ${saved.reason}`);
  return String(saved.value.answers["contact"]);
}

test("a contact that an editor corrects is an edit that its author can be shown", async () => {
  const { id, editor } = await aVersion("in_review");
  await saveContact(id, other, editor);
  const version = await db.version.findUniqueOrThrow({ where: { id } });
  expect(await findEdits(db, version)).toMatchObject({ edited: true });
  const { own, edited } = await getEditedWords(id, 2);
  expect(own.contact).toMatchObject(someContact);
  expect(edited.contact).toMatchObject(other);
});

test("a contact that its author puts in the place of an editor’s is theirs, and no edit", async () => {
  const { id, author, editor } = await aVersion("in_review");
  await saveContact(id, other, editor);
  const asked = { id, basedOn: 2, move: "requestChanges", actor: editor, reason: "Who answers?" } as const;
  expect(await moveVersion(asked)).toMatchObject({ ok: true });
  const rows = [];
  for (const name of ["N", "Night team"]) rows.push(await saveContact(id, { ...other, name }));
  expect(new Set(rows).size).toBe(1);

  expect(await findToldEdits(id)).toBeNull();
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id } });
  expect(await moveVersion({ id, basedOn, move: "submit", actor: author })).toMatchObject({ ok: true });
  const version = await db.version.findUniqueOrThrow({ where: { id } });
  expect(await findEdits(db, version)).toEqual({ edited: false });
});

test("a contact typed where one was erased is not erased for that at night", async () => {
  const { id, editor } = await aVersion("accepted");
  const erased = await eraseAddress({ email: someContact.email });
  expect(erased).toMatchObject({ ok: true });
  const move = { id, basedOn: 1, actor: editor, reason: "The contact has gone" };
  expect(await moveVersion({ ...move, move: "reopen" })).toMatchObject({ ok: true });
  const row = await saveContact(id, other, editor);

  await eraseAgain();
  expect(await db.contact.findUnique({ where: { id: row } })).toMatchObject(other);
});

test("what is half typed in a later version is kept in one row, apart from the one the page shows", async () => {
  const { caseStudyId, editor } = await aVersion("published");
  const next = await startNextVersion({ caseStudyId, actor: editor });
  if (!next.ok) throw new Error(`No next version: ${next.reason}`);
  const { versionId } = next.value;
  const rows = [];
  for (const email of ["h", "harbour@dor", other.email]) rows.push(await saveContact(versionId, { ...other, email }));

  expect(new Set(rows).size).toBe(1);
  const kept = await db.contact.findMany({ where: { caseStudyId }, select: { email: true } });
  expect(kept.map(({ email }) => email).toSorted()).toEqual([someContact.email, other.email].toSorted());
});
