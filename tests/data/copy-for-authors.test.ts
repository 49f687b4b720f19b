import { expect, test } from "vitest";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { copyOf } from "#lib/data/people/copy/copy.ts";
import { writeCopy } from "#lib/domain/people/write-copy.ts";
import { checker } from "#tests/support/fact-checks.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

async function copyFor(personId: string) {
  const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  return writeCopy(await copyOf(email));
}

test("a copy tells an author nothing of what passes among editors, as the page where they follow it", async () => {
  const version = await aVersion("submitted");
  const { id, author, editor } = version;
  const by = { id, basedOn: 1, actor: editor };
  await moveVersion({ ...by, move: "hold", reason: "Their neighbour rang about them" });
  await moveVersion({ ...by, move: "release", reason: "It was nothing" });
  await moveVersion({ ...by, move: "take" });
  await askFactCheck({ versionId: id, basedOn: 1, ...checker, note: "Do not trust the figures", actor: editor });
  await moveVersion({ ...by, move: "requestChanges", reason: "Say what it cost" });
  const copy = await copyFor(author.id);
  expect(copy).toMatch(/It was nothing[^]*Somebody outside was asked[^]*Say what it cost/);
  expect(copy).not.toMatch(/neighbour|put aside|Do not trust/);
});

test("a copy has an editor’s text once its author is shown it, and what they wrote themselves always", async () => {
  const version = await aVersion("submitted", { lessons: "Sent so" });
  const { id, author, editor } = version;
  await moveVersion({ id, basedOn: 1, move: "take", actor: editor });
  const edit = async (basedOn: number, lessons: string) =>
    saveRevision({ id, basedOn, answers: await answersOf(id, { lessons }), actor: editor });
  expect(await edit(1, "Edited once")).toMatchObject({ ok: true });
  expect(await copyFor(author.id)).toMatch(/^(?![^]*Edited once)[^]*Sent so/);
  expect(await edit(2, "Edited twice")).toMatchObject({ ok: true });
  await moveVersion({ id, basedOn: 3, move: "requestChanges", reason: "Is it right?", actor: editor });
  expect(await copyFor(author.id)).toMatch(/^(?![^]*Edited once)[^]*Sent so[^]*Edited twice/);
});
