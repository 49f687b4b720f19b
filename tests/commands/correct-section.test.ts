import { expect, test } from "vitest";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { db } from "#lib/data/db.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aPerson } from "#tests/support/people.ts";
import { answersOf, aVersion, someContact } from "#tests/support/versions.ts";

const sections = new Map(getTemplate(current.caseStudy).sections.map((section) => [section.key, section]));
const nobody = { email: "", name: "", phone: "" };

async function correct(key: string, changes: Record<string, unknown>, contact = nobody, basedOn = 1) {
  const version = await aVersion("in_review");
  const section = sections.get(key);
  if (!section) throw new Error(`There is no section ${key}`);
  const answers = await answersOf(version.id);
  const own = Object.fromEntries(section.questions.map((question) => [question.key, answers[question.key]]));
  const typed = { ...own, ...changes };
  const request = { versionId: version.id, basedOn, section, typed, contact, actor: version.editor };
  return { version, saved: await saveSection(request) };
}

test("an editor's correction is a revision of their own", async () => {
  const { version, saved } = await correct("lessons", { lessons: "Tell everybody first." });
  expect(saved).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(await db.revision.findFirst({ where: { versionId: version.id, number: 2 } })).toMatchObject({
    writerId: version.editor.id,
  });
});

test.each([
  ["about", { title: "" }],
  ["about", { title: undefined }],
  ["about", { topics: [] }],
  ["impact", { impact: "  " }],
  ["lessons", { lessons: "x".repeat(10_001) }],
])("one that leaves a gap or does not fit is refused: %s", async (key, changes) => {
  const { version, saved } = await correct(key, changes);
  expect(saved).toEqual({ ok: false, reason: "does-not-fit" });
  expect(await db.revision.count({ where: { versionId: version.id } })).toBe(1);
});

test("one on older words is stale, and one of what is not in review is not allowed", async () => {
  expect((await correct("lessons", { lessons: "Late." }, nobody, 0)).saved).toEqual({ ok: false, reason: "stale" });
  const { id, editor } = await aVersion("accepted");
  const section = sections.get("lessons");
  if (!section) throw new Error("There is no such section");
  const request = { versionId: id, basedOn: 1, section, typed: { lessons: "Late." }, contact: nobody, actor: editor };
  expect(await saveSection(request)).toEqual({ ok: false, reason: "not-allowed" });
  const stranger = await aPerson("contributor");
  expect(await saveSection({ ...request, versionId: (await aVersion("in_review")).id, actor: stranger })).toEqual({
    ok: false,
    reason: "not-allowed",
  });
});

test("a contact is corrected as well, and cannot be emptied", async () => {
  const contact = { ...someContact, email: "buses@dorset.example", phone: "" };
  expect((await correct("contact", {}, contact)).saved).toMatchObject({ ok: true, value: { revision: 2 } });
  expect((await correct("contact", {})).saved).toEqual({ ok: false, reason: "does-not-fit" });
});
