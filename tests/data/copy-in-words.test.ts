import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { answerFactCheck } from "#lib/commands/review/answer-fact-check.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { copyOf } from "#lib/data/people/copy/copy.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { writeCopy } from "#lib/domain/people/write-copy.ts";
import { aFactCheck, checker } from "#tests/support/fact-checks.ts";
import { aPerson } from "#tests/support/people.ts";
import { aPicture } from "#tests/support/pictures.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = new Date();
const emailOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).email;
const itemsOf = async (email: string, kind: string) => {
  const copy = await copyOf(email);
  return { items: copy.kinds.find(({ key }) => key === kind)?.items ?? [], text: writeCopy(copy) };
};

test("a copy says answers under their questions, with what is called what in place of what it is kept as", async () => {
  const version = await aVersion("draft", { partners: ["kent"] });
  const picture = await aPicture(version, { name: "night-bus.webp" });
  const image = { attachment: picture.id, title: "", alt: "A bus at night", credit: "" };
  const answers = await answersOf(version.id, { images: [image] });
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: version.id } });
  const saved = await saveRevision({ id: version.id, basedOn, answers, actor: version.author });
  expect(saved).toMatchObject({ ok: true });
  const { items, text } = await itemsOf(await emailOf(version.author.id), "draft");
  const words = (items[0]?.["Words"] as { Answers: object }[]).at(-1);
  expect(words?.Answers).toMatchObject({
    "Lead council": expect.stringMatching(/^Dorset /),
    "Partner councils": [expect.stringMatching(/^Kent /)],
    Topics: ["Buses"],
    "Support types": ["Grant funding"],
    Images: [expect.objectContaining({ File: "night-bus.webp", "What it shows": "A bus at night" })],
  });
  expect(text).not.toMatch(/"(?:dorset|kent|buses|grant-funding|mixed|10k-50k|before-and-after)"/);
  expect(text).not.toContain(picture.id);
});

test("a copy says in words what was refused, whatever form it came by", async () => {
  const email = "refused@kent.example";
  const typed = {
    ...{ title: "Night buses", council: "kent", topics: ["buses"], key: "a-key", stamp: "a-stamp", basedOn: 3 },
    ...{ contactTyped: { email, phone: "" }, "measures.1.name": "Passengers" },
  };
  await keepAttempt("/submit/x", { typed, errors: { saved: "stale", title: "Enter a title" } });
  const { items } = await itemsOf(email, "attempt");
  expect(items).toEqual([
    expect.objectContaining({
      Typed: expect.objectContaining({
        "Lead council": expect.stringMatching(/^Kent /),
        Topics: ["Buses"],
        "Details of the contact": { "E-mail address": email, Telephone: "" },
      }),
      Errors: { Saving: "Somebody else had changed it meanwhile", Title: "Enter a title" },
    }),
  ]);
  expect(JSON.stringify(items)).not.toMatch(/a-key|a-stamp|stale|contactTyped|basedOn/);
});

test("a copy says in words what somebody may do and did as an editor", async () => {
  const administrator = await aPerson("administrator");
  const person = await aPerson("editor");
  await confirmContributor({ personId: person.id, councilId: "kent", actor: administrator });
  const changed = { personId: person.id, actorId: administrator.id, at: now };
  await db.peopleEvent.create({ data: { ...changed, kind: "changeRole", detail: "editor" } });
  const change = { subject: "council", subjectId: "kent", kind: "end", before: {}, after: {}, at: now };
  await db.catalogueChange.create({ data: { ...change, actorId: person.id } });
  await db.account.create({ data: { accountId: "7", providerId: "council", userId: person.id } });
  const email = await emailOf(person.id);
  expect((await itemsOf(email, "submitter")).items).toEqual([
    expect.objectContaining({ Role: "Editor" }),
    expect.objectContaining({ "Confirmed for": expect.stringMatching(/^Kent /) }),
    ...[
      { Changed: "Confirmed that somebody writes for a council", To: expect.stringMatching(/^Kent /) },
      { Changed: "Changed somebody’s role", To: "Editor" },
    ].map((line) => expect.objectContaining(line)),
  ]);
  const { items } = await itemsOf(email, "editor");
  expect(items.map((item) => item["Changed the catalogue"]).filter(Boolean)).toEqual([
    expect.stringMatching(/^Noted the end of the council “Kent /),
  ]);
  expect((await itemsOf(email, "secondFactor")).items).toEqual([
    expect.objectContaining({ "Signs in with": "The council’s own sign-in" }),
  ]);
});

test("a copy says in words what somebody answered about facts, and where others name them", async () => {
  const version = await aVersion("in_review");
  const { token } = await aFactCheck(version);
  const answer = { verdict: "wrong", remarks: { impact: "It was 2023" } } as const;
  expect(await answerFactCheck({ token, ...answer })).toMatchObject({ ok: true });
  const named = await aVersion("published", { title: "Named", solution: `Ask ${checker.email}` });
  const { name } = await addPerson({ ...checker });
  expect(name).toBe(checker.name);
  expect((await itemsOf(checker.email, "factCheck")).items).toEqual([
    expect.objectContaining({
      Answer: { Answer: "Some things need to change", Remarks: { "The impact": "It was 2023" } },
    }),
  ]);
  const listing = await db.listing.findUniqueOrThrow({ where: { caseStudyId: named.caseStudyId } });
  expect((await itemsOf(checker.email, "mention")).items).toContainEqual({
    ...{ Place: "The text of a case study", Question: "The solution", Address: listing.slug },
  });
});
