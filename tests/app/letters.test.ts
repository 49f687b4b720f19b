import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { POST as suggest } from "#app/(contributor)/case-studies/[slug]/suggest/send/route.ts";
import { POST as askForList } from "#app/(contributor)/my-case-studies/send/route.ts";
import { POST as nameAuthor } from "#app/(contributor)/submit/[draft]/email/save/route.ts";
import { POST as send } from "#app/(contributor)/submit/[draft]/send/route.ts";
import { db } from "#lib/data/db.ts";
import { spend } from "#lib/data/limits.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";
import { aDraft, aVersion } from "#tests/support/versions.ts";

const ask = (email: string, from?: string) => askForList(posted({ email }, from));
const lettersTo = (toId: string) => db.letter.count({ where: { toId, kind: "mine" } });
const outcomeOf = ({ status, headers }: Response) => [status, headers.get("location") ?? headers.get("x-limit")];

async function aDraftOf(personId: string, proved: boolean): Promise<string> {
  const { versionId } = await aDraft({ personId });
  const emailProvedAt = proved ? new Date() : null;
  await db.person.update({ where: { id: personId }, data: { emailProvedAt } });
  return (await createLink(db, { purpose: "draft", versionId, now: new Date() })).token;
}

test("a known address and a strange one are answered alike, however often their lists are asked for", async () => {
  const { id } = await aPerson();
  const stranger = `${randomUUID()}@nowhere.example`;
  for (let times = 0; times < 9; times += 1) {
    const [known, unknown] = [await ask(await emailOf(id)), await ask(stranger)];
    expect(outcomeOf(known)).toEqual(outcomeOf(unknown));
    expect(known.status).toBe(303);
    await db.letter.updateMany({ where: { toId: id }, data: { sentAt: new Date() } });
  }
  expect(await lettersTo(id)).toBe(6);
});

test("lists asked for elsewhere take nothing from what the owner of an address may do", async () => {
  const { id } = await aPerson();
  const email = await emailOf(id);
  const token = await aDraftOf((await aPerson()).id, false);
  for (let times = 0; times < 7; times += 1) await ask(email, `198.51.100.${times}`);
  const params = Promise.resolve({ draft: token });
  expect((await nameAuthor(posted({ email }), { params })).status).toBe(303);
});

test("an address that is typed again where it is known already has its letter again, as often as any", async () => {
  const { id } = await aPerson();
  const email = await emailOf(id);
  const params = Promise.resolve({ draft: await aDraftOf(id, false) });
  const statuses = [];
  for (let times = 0; times < 8; times += 1)
    statuses.push((await nameAuthor(posted({ email: email.toUpperCase() }), { params })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429]);
});

test("suggestions are no letters: they have a limit of their own and leave the e-mail address alone", async () => {
  const { caseStudyId } = await aVersion("published");
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
  const email = await emailOf((await aPerson()).id);
  const params = Promise.resolve({ slug: slug ?? "" });
  const from = "198.51.100.77";
  const outcomes = [];
  for (let times = 0; times < 21; times += 1)
    outcomes.push((await suggest(posted({ email, text: "Wrong year." }, from), { params })).status);
  expect(outcomes).toEqual([...Array.from({ length: 20 }, () => 303), 429]);
  expect((await spend("letter", { email })).ok).toBe(true);
});

test.each([
  [true, 429],
  [false, 303],
])("submissions count for an e-mail address if it is proved: %s", async (proved, status) => {
  const { id } = await aPerson();
  await spend("submit", { email: await emailOf(id) }, 20);
  const params = Promise.resolve({ draft: await aDraftOf(id, proved) });
  const form = posted({ basedOn: "1", accurate: "yes", mayPublish: "yes", licence: "yes" });
  expect((await send(form, { params })).status).toBe(status);
});
