import { beforeAll, expect, test } from "vitest";
import { takeImportedDraft } from "#lib/commands/imports/take-imported-draft.ts";
import { sendDraft } from "#lib/commands/submissions/send-draft.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { findLinkOf } from "#lib/data/submissions/links.ts";
import { db } from "#lib/data/db.ts";
import { bring } from "#tests/support/imports/importing.ts";
import { aRow, aTable } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

beforeAll(loadReferenceLists);

test("an imported draft that an editor finishes and sends has a page to follow it, and its author is written to", async () => {
  const [writer, reviewer] = [await aPerson("editor"), await aPerson("editor")];
  const { id } = await bring(aTable([aRow(1)]), { actor: writer, source: "Finished by hand" });
  const { caseStudyId } = await db.importRow.findFirstOrThrow({ where: { importId: id } });
  const draft = await db.version.findFirstOrThrow({ where: { caseStudyId: caseStudyId ?? "" } });
  expect(await takeImportedDraft({ id: draft.id, actor: writer })).toMatchObject({ ok: true });

  const declared = { accurate: true, mayPublish: true, licence: true };
  const sent = await sendDraft({ versionId: draft.id, basedOn: draft.latestRevision, declared, showEdits: false });
  expect(sent).toEqual({ ok: true, value: "submitted" });
  expect(await findLinkOf(db, draft.id, "track", new Date())).not.toBeNull();
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: draft.id } });
  for (const move of ["take", "requestChanges"] as const)
    expect(
      await moveVersion({ id: draft.id, basedOn, move, actor: reviewer, reason: "Say what it cost." }),
    ).toMatchObject({
      ok: true,
    });
  const letters = await db.letter.findMany({ where: { event: { versionId: draft.id }, toId: writer.id } });
  expect(letters.map(({ kind }) => kind).toSorted()).toEqual(["requestChanges", "submit"]);
});
