import { describe, expect, test } from "vitest";
import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { sendDraft } from "#lib/commands/submissions/send-draft.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { getTemplate, current } from "#lib/domain/template/templates.ts";
import { aPerson } from "#tests/support/people.ts";
import { aDraft, someAnswers } from "#tests/support/versions.ts";

const declared = { accurate: true, mayPublish: true, licence: true };
const undeclared = () =>
  Object.fromEntries(Object.entries(someAnswers()).filter(([key]) => !Object.hasOwn(declared, key)));

async function aDraftToSend(changes: Parameters<typeof aDraft>[0] = {}) {
  const { id: personId } = await aPerson();
  const { versionId } = await aDraft({ personId, answers: undeclared(), ...changes });
  return versionId;
}
const sentOf = (versionId: string) => db.event.count({ where: { versionId, kind: "submit" } });
const answersOf = async (versionId: string) =>
  (await db.revision.findFirstOrThrow({ where: { versionId }, orderBy: { number: "desc" } })).answers;

describe("sending a draft", () => {
  test("twenty copies at once send it once, and each is told it was sent (V2.3.4)", async () => {
    const versionId = await aDraftToSend();
    const form = { versionId, basedOn: 1, declared, showEdits: true };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => sendDraft(form)));
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(await sentOf(versionId)).toBe(1);
    expect(await db.letter.count({ where: { event: { versionId }, kind: "submit" } })).toBe(1);
    expect(await answersOf(versionId)).toMatchObject(declared);
    expect(await db.version.findUnique({ where: { id: versionId } })).toMatchObject({ showEdits: true });
  });

  test("with something missing keeps what was declared, and sends nothing (V2.3.1)", async () => {
    const versionId = await aDraftToSend({ answers: { ...undeclared(), summary: "" } });
    const form = { versionId, basedOn: 1, declared: { licence: true }, showEdits: false };
    expect(await sendDraft(form)).toEqual({ ok: false, reason: "incomplete" });
    expect(await answersOf(versionId)).toMatchObject({ licence: true });
    expect(await sentOf(versionId)).toBe(0);
  });

  test("is refused to whoever has not read what was written meanwhile", async () => {
    const versionId = await aDraftToSend();
    const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "lessons");
    if (!section) throw new Error("The template has no lessons");
    const contact = { email: "", name: "", phone: "" };
    await saveSection({ versionId, basedOn: 1, section, typed: { lessons: "Written meanwhile" }, contact });
    const form = { versionId, basedOn: 1, declared, showEdits: false };
    expect(await sendDraft(form)).toEqual({ ok: false, reason: "stale" });
    expect(await sentOf(versionId)).toBe(0);
    expect(await sendDraft({ ...form, basedOn: 2 })).toMatchObject({ ok: true });
  });

  test.each([
    { name: "The roads team", email: "" },
    { email: "team@" },
    { email: "roads@dorset.example", phone: "ask for Jo" },
  ])("needs a contact whom letters reach: %j does not do", async (contact) => {
    const versionId = await aDraftToSend({ contact });
    const form = { versionId, basedOn: 1, declared, showEdits: false };
    expect(await sendDraft(form)).toEqual({ ok: false, reason: "incomplete" });
    expect(await sentOf(versionId)).toBe(0);
  });

  test("needs somebody to write to", async () => {
    const versionId = await aDraftToSend({ personId: null });
    const form = { versionId, basedOn: 1, declared, showEdits: false };
    expect(await sendDraft(form)).toEqual({ ok: false, reason: "incomplete" });
  });

  test("that an editor wrote before they said who they are, they cannot accept (V2.3.1)", async () => {
    const editor = await aPerson("editor");
    const { email } = await db.person.findUniqueOrThrow({ where: { id: editor.id } });
    const versionId = await aDraftToSend({ personId: null });
    await sendDraft({ versionId, basedOn: 1, declared, showEdits: false });
    const holder = { kind: "holder", versionId } as const;
    expect(await nameAuthor({ versionId, email, actor: holder })).toMatchObject({ ok: true });
    expect(await sendDraft({ versionId, basedOn: 2, declared, showEdits: false })).toMatchObject({ ok: true });
    expect(await db.revision.count({ where: { versionId, writerId: { not: null } } })).toBe(0);
    await db.version.update({ where: { id: versionId }, data: { state: "in_review", assigneeId: editor.id } });

    const accepted = await moveVersion({ id: versionId, basedOn: 2, move: "accept", actor: editor });
    expect(accepted).toEqual({ ok: false, reason: "not-allowed" });
  });
});
