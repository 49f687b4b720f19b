import { beforeAll, expect, test } from "vitest";
import type { Person } from "#lib/commands/imports/bring-in.ts";
import { takeImportedDraft } from "#lib/commands/imports/take-imported-draft.ts";
import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { remindOfOldDrafts } from "#lib/commands/submissions/remind-of-old-drafts.ts";
import { sendDraft } from "#lib/commands/submissions/send-draft.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { countImportedDrafts } from "#lib/data/imports/drafts.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { findMine } from "#lib/data/submissions/mine.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { bring } from "#tests/support/imports/importing.ts";
import { aRow, aTable } from "#tests/support/imports/tables.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

let [editor, administrator]: Person[] = [];
const workedOn = [{ message: expect.stringMatching(/^Somebody is working on it here/) as string }];

beforeAll(async () => {
  await loadReferenceLists();
  [editor, administrator] = [await aPerson("editor"), await aPerson("administrator")];
});

const drafts = (source: string) => ({ actor: editor ?? null, source });
const published = (source: string) => ({ actor: administrator ?? null, source, publish: true, reason: "A test" });

async function aDraftFrom(source: string) {
  await bring(aTable([aRow(1)]), drafts(source));
  const { versionId } = await db.importedRow.findUniqueOrThrow({ where: { source_key: { source, key: "CS-1" } } });
  await takeImportedDraft({ id: versionId, actor: editor! });
  return versionId;
}

const name = async (versionId: string, { id }: Person) =>
  nameAuthor({ versionId, email: await emailOf(id), actor: { kind: "holder", versionId } });

async function edit(versionId: string, actor: Person) {
  const answers = { ...(await getAnswers(db, versionId, 1)), title: "Half of what the officer wan" };
  expect(await saveRevision({ id: versionId, basedOn: 1, answers, actor })).toMatchObject({ ok: true });
}

test("a draft that was given to an officer is theirs: no later import takes it over or publishes it", async () => {
  const [versionId, officer] = [await aDraftFrom("Given away"), await aPerson()];
  await name(versionId, officer);
  await edit(versionId, officer);

  for (const [row, asked] of [
    [aRow(1, { summary: "Another summary." }), drafts("Given away")],
    [aRow(1, { summary: "Another summary." }), published("Given away")],
    [aRow(1), published("Given away")],
  ] as const)
    expect((await bring(aTable([row]), asked)).rows).toMatchObject([{ outcome: "wrong", findings: workedOn }]);
  expect((await bring(aTable([aRow(1)]), drafts("Given away"))).counts.unchanged).toBe(1);
  expect(await db.version.findUniqueOrThrow({ where: { id: versionId } })).toMatchObject({
    ...{ authorId: officer.id, state: "draft", latestRevision: 2 },
  });
});

test("it stands on their own list and not on that of the editors, and they are told before it goes", async () => {
  const before = await countImportedDrafts();
  const [versionId, officer] = [await aDraftFrom("Listed"), await aPerson()];
  expect(await countImportedDrafts()).toBe(before + 1);
  const day = (count: number) => new Date(Date.now() + count * 86_400_000);
  await nameAuthor({
    ...{ versionId, email: await emailOf(officer.id), actor: { kind: "holder", versionId }, now: day(200) },
  });
  expect(await countImportedDrafts()).toBe(before);
  const { token } = await createLink(db, { purpose: "mine", personId: officer.id, now: day(200) });
  expect((await findMine(token, day(200)))?.drafts).toMatchObject([{ versionId, draftToken: expect.any(String) }]);

  const reminded = async (now: Date) => {
    await remindOfOldDrafts(now);
    return db.letter.count({ where: { versionId, kind: "staleDraft", toId: officer.id } });
  };
  expect([await reminded(day(201)), await reminded(day(277))]).toEqual([0, 1]);
});

test("another editor who is named finishes it as one from a file, which later rows go on changing", async () => {
  const [versionId, colleague] = [await aDraftFrom("Colleagues"), await aPerson("editor")];
  await name(versionId, colleague);
  expect((await bring(aTable([aRow(1, { summary: "New." })]), drafts("Colleagues"))).counts.changed).toBe(1);
});

test("a draft that was sent and taken back is its author’s, and a later row is told so before it fails", async () => {
  const versionId = await aDraftFrom("Taken back");
  const declared = { accurate: true, mayPublish: true, licence: true };
  await sendDraft({ versionId, basedOn: 1, declared, showEdits: false });
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  expect(await moveVersion({ id: versionId, basedOn, move: "takeBack", actor: editor! })).toMatchObject({ ok: true });

  const { rows } = await bring(aTable([aRow(1, { summary: "Another summary." })]), drafts("Taken back"));
  expect(rows).toMatchObject([{ outcome: "wrong", findings: workedOn }]);
});

test("a draft of what was taken down since is not published by the file that brought it", async () => {
  await bring(aTable([aRow(11)]), published("Taken down"));
  const { caseStudyId } = await db.importedRow.findUniqueOrThrow({
    where: { source_key: { source: "Taken down", key: "CS-11" } },
  });
  const changed = aTable([aRow(11, { summary: "Another summary." })]);
  await bring(changed, drafts("Taken down"));
  const first = await db.version.findFirstOrThrow({ where: { caseStudyId, state: "published" } });
  const withdrawal = {
    id: first.id,
    basedOn: first.latestRevision,
    move: "withdraw",
    reason: "It named somebody.",
  } as const;
  expect(await moveVersion({ ...withdrawal, actor: administrator! })).toMatchObject({ ok: true });

  expect((await bring(changed, published("Taken down"))).rows).toMatchObject([
    { outcome: "wrong", findings: [{ message: expect.stringMatching(/^It was declined or taken down here/) }] },
  ]);
  const states = (await db.version.findMany({ where: { caseStudyId }, orderBy: { number: "asc" } })).map(
    (one) => one.state,
  );
  expect(states).toEqual(["withdrawn", "draft"]);
});

test("what is no telephone number leaves a contact without one, and is said to be left out", async () => {
  const [row] = (await bring(aTable([aRow(12, { contactPhone: "n/a" })]), drafts("Phones"))).rows;
  expect(row).toMatchObject({ outcome: "new", findings: [{ weight: "note", column: "contactPhone" }] });
  const { caseStudyId } = await db.importedRow.findUniqueOrThrow({
    where: { source_key: { source: "Phones", key: "CS-12" } },
  });
  expect(await db.contact.findFirstOrThrow({ where: { caseStudyId } })).toMatchObject({ phone: "" });
});
