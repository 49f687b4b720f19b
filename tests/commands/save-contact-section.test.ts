import { expect, test } from "vitest";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { db } from "#lib/data/db.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aDraft, someAnswers } from "#tests/support/versions.ts";

const team = { email: "buses@dorset.example", name: "Transport team", phone: "" };

async function aDraftWithoutContact() {
  const { versionId } = await aDraft({ answers: someAnswers(), contact: null });
  const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "contact");
  if (!section) throw new Error("The template has no contact");
  return (basedOn: number, contact: typeof team) => saveSection({ versionId, basedOn, section, typed: {}, contact });
}
const valueOf = async (outcome: ReturnType<Awaited<ReturnType<typeof aDraftWithoutContact>>>) => {
  const kept = await outcome;
  if (!kept.ok) throw new Error(`It was refused: ${kept.reason}`);
  return kept.value;
};

test("a contact that changes is a change like any other, and the same again is none", async () => {
  const save = await aDraftWithoutContact();
  const { revision, answers } = await valueOf(save(1, team));
  expect(revision).toBe(2);
  expect(await valueOf(save(2, team))).toMatchObject({ revision: 2 });
  expect(await valueOf(save(2, { ...team, phone: "01305 000000" }))).toMatchObject({ revision: 3, answers });
  expect(await db.contact.findUnique({ where: { id: String(answers["contact"]) } })).toMatchObject({
    phone: "01305 000000",
  });
});

test("an old window overwrites no newer contact", async () => {
  const save = await aDraftWithoutContact();
  const { answers } = await valueOf(save(1, team));
  expect(await save(1, { ...team, email: "old@dorset.example" })).toEqual({ ok: false, reason: "stale" });
  expect(await db.contact.findUnique({ where: { id: String(answers["contact"]) } })).toMatchObject(team);
});

test("a contact that is emptied is no answer any more", async () => {
  const save = await aDraftWithoutContact();
  await valueOf(save(1, team));
  expect((await valueOf(save(2, { email: "", name: "", phone: "" }))).answers).not.toHaveProperty("contact");
});
