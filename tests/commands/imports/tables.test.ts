import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { clearImports } from "#lib/commands/imports/clear-imports.ts";
import { takeImportedDraft } from "#lib/commands/imports/take-imported-draft.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { remindOfOldDrafts } from "#lib/commands/submissions/remind-of-old-drafts.ts";
import { deleteOldDrafts } from "#lib/commands/submissions/delete-old-drafts.ts";
import type { Person } from "#lib/commands/imports/bring-in.ts";
import { bring, check, reportOf, run } from "#tests/support/imports/importing.ts";
import { confirmImport } from "#lib/commands/imports/confirm-import.ts";
import { aRow, aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

let [editor, administrator]: Person[] = [];
const reason = "They were published in the old directory.";

beforeAll(async () => {
  await loadReferenceLists();
  editor = await aPerson("editor");
  administrator = await aPerson("administrator");
});
beforeEach(async () => {
  await db.import.deleteMany();
});

const published = (source: string) => ({ actor: administrator ?? null, publish: true, reason, source });
const drafts = (source: string) => ({ actor: editor ?? null, source });
const countOf = (source: string) => db.importedRow.count({ where: { source } });

async function theVersions(source: string, key: string) {
  const { caseStudyId } = await db.importedRow.findUniqueOrThrow({ where: { source_key: { source, key } } });
  const include = { revisions: { orderBy: { number: "asc" } }, events: { orderBy: { at: "asc" } } } as const;
  return db.version.findMany({ where: { caseStudyId }, include, orderBy: { number: "asc" } });
}

test("what is looked through says what it would do and writes no case study", async () => {
  const before = await db.caseStudy.count();
  const { counts, stage, rows } = await check(aTable(rowsUpTo(3)), drafts("Trial"));
  expect([stage, counts]).toEqual(["checked", { new: 3, changed: 0, unchanged: 0, wrong: 0 }]);
  expect(rows[0]).toMatchObject({ place: 2, key: "CS-1", title: "How case study 1 came about", findings: [] });
  expect(await db.caseStudy.count()).toBe(before);
});

test("two hundred rows are published once, however often the file comes, by the same steps as everything else", async () => {
  const file = aTable(rowsUpTo(200));
  const first = await bring(file, published("Old"));
  expect([first.stage, first.counts.new, first.done]).toEqual(["done", 200, 200]);
  expect(await db.listing.count()).toBe(200);
  const [version] = await theVersions("Old", "CS-7");
  expect(version).toMatchObject({ state: "published", secondLook: true, imported: true, authorId: administrator?.id });
  expect(version?.events.map(({ kind, reason: why, actorId }) => [kind, why, actorId === administrator?.id])).toEqual([
    ["start", "", true],
    ["submit", "", true],
    ["take", "", true],
    ["accept", reason, true],
    ["publish", reason, true],
  ]);
  const second = await bring(`\uFEFF${file}`, published("Old"));
  expect(second.counts).toEqual({ new: 0, changed: 0, unchanged: 200, wrong: 0 });
  expect(await db.caseStudy.count()).toBe(200);
  expect(await db.letter.count()).toBe(0);
  expect(await db.link.count()).toBe(0);
  expect(await db.importPart.count()).toBe(0);
}, 180_000);

test("a changed row becomes the next version of what is published, and keeps what was corrected here", async () => {
  await bring(aTable([aRow(1)]), published("Changing"));
  const changed = aTable([aRow(1, { summary: "Another summary.", contactEmail: "other@council.example" })]);
  const found = await check(changed, published("Changing"));
  expect(found.rows[0]?.findings.map(({ weight, message }) => `${weight} ${message}`)).toEqual([
    "change Summary",
    "change Contact",
  ]);
  await confirmImport({ id: found.id, actor: administrator ?? null });
  await run(found.id);
  const versions = await theVersions("Changing", "CS-1");
  expect(versions.map(({ state }) => state)).toEqual(["superseded", "published"]);
  const answers = versions[1]?.revisions.at(-1)?.answers as Record<string, unknown>;
  expect(answers).toMatchObject({ summary: "Another summary.", title: "How case study 1 came about" });
  const contact = await db.contact.findUniqueOrThrow({ where: { id: String(answers["contact"]) } });
  expect(contact.email).toBe("other@council.example");
  expect((await check(changed, published("Changing"))).counts.unchanged).toBe(1);
});

test("a column that is left out changes nothing", async () => {
  await bring(aTable([aRow(2)]), published("Columns"));
  const { counts } = await check("reference;title\r\nCS-2;How case study 2 came about\r\n", drafts("Columns"));
  expect(counts.unchanged).toBe(1);
});

test("drafts come without letters, stay however old they become, and any editor can finish one", async () => {
  await bring(aTable([aRow(3, { challenge: "" })]), drafts("Drafts"));
  const [version] = await theVersions("Drafts", "CS-3");
  expect(version?.state).toBe("draft");
  const id = version?.id ?? "";
  const later = new Date(Date.now() + 200 * 86_400_000);
  await remindOfOldDrafts(later);
  await deleteOldDrafts(later);
  expect(await db.letter.count()).toBe(0);
  const other = await aPerson("editor");
  const taken = await takeImportedDraft({ id, actor: other });
  expect(taken.ok && taken.value).toMatch(/^[\w-]{43}$/);
  expect(await takeImportedDraft({ id, actor: await aPerson() })).toEqual({ ok: false, reason: "not-allowed" });
  const found = await check(aTable([aRow(3)]), drafts("Drafts"));
  expect(found.rows[0]?.findings.map(({ message }) => message)).toEqual(["The challenge"]);
  await confirmImport({ id: found.id, actor: editor ?? null });
  await run(found.id);
  expect(await db.version.findUnique({ where: { id } })).toMatchObject({ latestRevision: 2, state: "draft" });
});

test("what was imported as a draft can be published by the same file", async () => {
  await bring(aTable([aRow(4)]), drafts("Later"));
  const { counts } = await bring(aTable([aRow(4)]), published("Later"));
  expect(counts.changed).toBe(1);
  expect((await theVersions("Later", "CS-4")).map(({ state }) => state)).toEqual(["published"]);
});

test("what somebody is working on here is left alone, and said to be", async () => {
  await bring(aTable([aRow(5)]), drafts("Busy"));
  const [version] = await theVersions("Busy", "CS-5");
  const declared = { ...(version?.revisions[0]?.answers as object), accurate: true, mayPublish: true, licence: true };
  await db.revision.create({
    data: { versionId: version?.id ?? "", number: 2, answers: declared, writerId: editor?.id ?? null, at: new Date() },
  });
  await db.version.update({ where: { id: version?.id ?? "" }, data: { latestRevision: 2 } });
  const sent = await moveVersion({ id: version?.id ?? "", basedOn: 2, move: "submit", actor: editor! });
  expect(sent.ok).toBe(true);
  const { rows } = await check(aTable([aRow(5, { title: "Another title" })]), drafts("Busy"));
  expect(rows[0]).toMatchObject({
    outcome: "wrong",
    findings: [{ message: expect.stringContaining("working on it here") }],
  });
});

test("an import that another process has lost goes on where it was left", async () => {
  const found = await check(aTable(rowsUpTo(60)), { ...published("Stopped") });
  await confirmImport({ id: found.id, actor: administrator ?? null });
  const stop = new AbortController();
  const { runImport } = await import("#lib/transfer/import/run-import.ts");
  const { holdImport } = await import("#lib/data/imports/holding.ts");
  const heldBy = "00000000-0000-4000-8000-000000000001";
  await holdImport(found.id, heldBy);
  await runImport({ id: found.id, heldBy, signal: stop.signal, onProgress: () => stop.abort() });
  const half = await countOf("Stopped");
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(60);
  await run(found.id);
  expect(await countOf("Stopped")).toBe(60);
  expect((await reportOf(found.id)).counts.new).toBe(60);
});

test("only an administrator publishes at once, and only with a reason", async () => {
  await expect(check(aTable([aRow(1)]), { ...drafts("No"), publish: true, reason })).rejects.toThrow("not-allowed");
  await expect(check(aTable([aRow(1)]), { ...published("No"), reason: " " })).rejects.toThrow("reason-missing");
});

test("files and reports are forgotten in time, and who imported how much is not", async () => {
  await check(aTable(rowsUpTo(2)), drafts("Old files"));
  await clearImports(new Date(Date.now() + 40 * 86_400_000));
  expect([await db.importPart.count(), await db.importRow.count()]).toEqual([0, 0]);
  expect(await db.import.findFirst()).toMatchObject({ stage: "refused", source: "Old files" });
});
