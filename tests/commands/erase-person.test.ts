import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { findDraft, listGaps } from "#lib/data/submissions/drafts.ts";
import { createLink, findLinkOf } from "#lib/data/submissions/links.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { createLog } from "#lib/ops/log.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aNextVersion, aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { aPicture } from "#tests/support/pictures.ts";
import { generation, snapshot } from "#tests/support/snapshot.ts";
import { canary, somebodyEverywhere } from "#tests/support/somebody-everywhere.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aDraft, answersOf, aVersion, someAnswers, walkTo, type AVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = new Date();
const never = () => {
  throw new Error("There is no such letter");
};
const shown = { contactConsent: true };

test("nothing of a person is left in any table, in the files or in the log, but words that are listed (V14.2.4, V16.2.5)", async () => {
  const everywhere = await somebodyEverywhere();
  const { id, published, next, declined, draft, picture, others, token, factCheck } = everywhere;
  expect(await whereIs(canary.name, canary.email, canary.phone)).toEqual([
    ...["Attachment.name", "Attempt.typed", "Comment.text", "Contact.email", "Contact.name", "Contact.phone"],
    ...[
      "Event.reason",
      "Letter.address",
      "Letter.refusal",
      "ListingText.body",
      "Person.email",
      "Person.name",
      "Revision.answers",
    ],
    ...["Suggestion.text", "WordReading.reading"],
  ]);
  expect(await readdir(folder)).toContain(picture.key);
  const before = await generation();
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });

  const erased = await erasePerson({ personId: id, log });

  const mention = { versionId: published.id, caseStudyId: published.caseStudyId, question: "" };
  const about = { versionId: null, caseStudyId: others.caseStudyId, question: "" };
  expect(erased).toMatchObject({ ok: true, value: { deleted: 3, kept: 1 } });
  expect(erased.ok && erased.value.mentions).toHaveLength(4);
  expect(erased.ok && erased.value.mentions).toEqual(
    expect.arrayContaining([
      { ...mention, place: "answers", question: "solution" },
      { ...mention, place: "comment" },
      { ...about, place: "reason", versionId: others.id },
      { ...about, place: "suggestion" },
    ]),
  );
  const told = await db.letter.findMany({ where: { kind: "mentions" }, orderBy: { versionId: "asc" } });
  expect(told.map(({ versionId, toId, address }) => ({ versionId, toId, address }))).toEqual(
    [published.id, others.id].toSorted().map((versionId) => ({ versionId, toId: null, address: null })),
  );
  const owed = await findLetter(told[0]?.id ?? "");
  const { subject, paragraphs } = await writeLetter(owed ?? never());
  expect(subject).toMatch(/^Words to redact: .* with a canary$/);
  expect(paragraphs.join()).not.toMatch(/quillon|canary\.example/i);
  expect(await whereIs(canary.name, canary.email)).toEqual([
    ...["Comment.text", "Event.reason", "ListingText.body", "Revision.answers", "Suggestion.text"],
  ]);
  expect(await whereIs(canary.phone, id, token, factCheck.id, factCheck.contactId)).toEqual([]);
  expect(await db.version.findMany({ where: { id: { in: [next.id, declined.id, draft.id] } } })).toEqual([]);
  expect(await db.version.findUnique({ where: { id: published.id } })).toMatchObject({
    state: "published",
    authorId: null,
  });
  expect(await findLinkOf(db, published.id, "track", now)).toBeNull();
  expect(await readdir(folder)).not.toContain(picture.key);
  expect(await generation()).toBe(before + 1);
  expect(lines).toHaveLength(1);
  expect(lines.join()).toContain(published.id);
  expect(lines.join()).not.toMatch(/quillon|canary\.example|07700/i);
});

test.each(["published-with-a-canary", "somebody-elses-with-a-canary"])(
  "the page %s shows no contact any more, and is whole",
  async (slug) => {
    expect(await findByAddress(slug)).toMatchObject({ kind: "page", page: { contact: null } });
  },
);

describe("what becomes of a version whose author is erased", () => {
  const stays = ["accepted", "scheduled", "published", "superseded", "withdrawn", "unpublished"];

  test.each(states)("in %s", async (state) => {
    const { id, author, editor } = await aVersionIn(state);
    expect(await erasePerson({ personId: author.id })).toMatchObject({ ok: true });
    const left = await db.version.findUnique({ where: { id }, include: { revisions: true, events: true } });
    expect(left !== null).toBe(stays.includes(state));
    if (!left) return expect(await whereIs(id)).toEqual([]);
    expect(left).toMatchObject({ state, authorId: null });
    expect(left.revisions.map(({ writerId }) => writerId)).toEqual([null]);
    expect(left.events.map(({ actorId }) => actorId)).toContain(editor.id);
    expect(await whereIs(author.id)).toEqual([]);
  });
});

test("what was read from a Word file for somebody else stays where only a longer address is in it", async () => {
  const { id } = await aPerson("contributor");
  const { email } = await db.person.findUniqueOrThrow({ where: { id } });
  const { versionId } = await aDraft({});
  const [of, elsewhere] = [email, `j.${email}`].map((contact) => ({ answers: { contact }, notUnderstood: [] }));
  const at = { versionId, revision: 1, at: new Date(), expiresAt: new Date(Date.now() + 60_000) };
  await db.wordReading.createMany({ data: [of, elsewhere].map((reading) => ({ ...at, reading: reading ?? {} })) });
  expect(await erasePerson({ personId: id })).toMatchObject({ ok: true });
  expect((await db.wordReading.findMany({ where: { versionId } })).map(({ reading }) => reading)).toEqual([elsewhere]);
});

describe("somebody cannot be erased", () => {
  test.each(["editor", "administrator"] as const)("who is an %s", async (role) => {
    const person = await aPerson(role);
    const { versionId } = await aDraft({ personId: person.id });
    const before = await snapshot();
    expect(await erasePerson({ personId: person.id })).toEqual({ ok: false, reason: "is-editor" });
    expect(await snapshot()).toEqual(before);
    expect(await db.version.count({ where: { id: versionId } })).toBe(1);
  });

  test("who is not there", async () => {
    expect(await erasePerson({ personId: crypto.randomUUID() })).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("a case study that was accepted", () => {
  test.each(["accepted", "scheduled"] as const)("is published all the same, without its contact: %s", async (state) => {
    const { id: personId } = await aPerson();
    const answers = someAnswers({ title: `Erased while ${state}`, ...shown });
    const contact = { name: "Ophelia", email: `ophelia-${state}@kent.example`, phone: "01234 567890" };
    const { versionId: id } = await aDraft({ answers, contact, personId });
    const editor = await aPerson("editor");
    await walkTo(state, { id, author: { kind: "person", id: personId, role: "contributor" }, editor });
    const themselves = await addPerson(contact);

    expect(await erasePerson({ personId: themselves.id })).toMatchObject({ ok: true });

    expect(await whereIs(contact.name, contact.email, contact.phone)).toEqual([]);
    expect(await moveVersion({ id, basedOn: 1, move: "publish", actor: editor })).toMatchObject({ ok: true });
    expect(await findByAddress(`erased-while-${state}`)).toMatchObject({ kind: "page", page: { contact: null } });
  });

  test("asks whoever writes its next version for a contact", async () => {
    const published = await aVersion("published");
    const { contact } = await answersOf(published.id);
    const themselves = await addPerson({ email: `${crypto.randomUUID()}@kent.example` });
    await db.contact.update({ where: { id: String(contact) }, data: { email: themselves.email } });
    await erasePerson({ personId: themselves.id });
    const { id: versionId } = await aNextVersion(published);
    const draft = await findDraft((await createLink(db, { purpose: "draft", versionId, now })).token);
    expect(draft && (await listGaps(draft)).map(({ question }) => question)).toEqual(["contact"]);
  });
});

test("an address that differs in one letter is somebody else’s", async () => {
  const one = await addPerson({ email: "a_b@kent.example", name: "Ophelia" });
  const contact = { name: "Another", email: "axb@kent.example" };
  const { caseStudyId } = await aDraft({ contact });
  await erasePerson({ personId: one.id });
  expect(await db.contact.count({ where: { caseStudyId } })).toBe(1);
});

test("a case study that others go on with loses the draft and what only that named", async () => {
  const published: AVersion = await aVersion("published");
  const { id, author } = await aNextVersion(published);
  const colleague = await aPerson();
  await confirmContributor({ personId: colleague.id, councilId: "dorset", actor: published.editor });
  await db.version.update({ where: { id }, data: { authorId: colleague.id } });
  const picture = await aPicture({ id, author: colleague });

  expect(await erasePerson({ personId: colleague.id })).toMatchObject({ ok: true, value: { deleted: 1, kept: 0 } });

  expect(await readdir(folder)).not.toContain(picture.key);
  expect(await whereIs(id, picture.id, colleague.id)).toEqual([]);
  expect(await db.version.findUnique({ where: { id: published.id } })).toMatchObject({ authorId: author.id });
  expect(await db.contact.count({ where: { caseStudyId: published.caseStudyId } })).toBe(1);
});

test("asked for many times at once, it is done once", async () => {
  const { id, author } = await aVersion("submitted");
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => erasePerson({ personId: author.id })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(5).fill({ ok: false, reason: "not-found" }));
  expect(await whereIs(id, author.id)).toEqual([]);
});

test("while an editor moves the same submission, one of the two wins and nothing is left half done", async () => {
  for (let round = 0; round < 5; round++) {
    const { id, author, editor } = await aVersion("submitted");
    const [erased] = await Promise.all([
      erasePerson({ personId: author.id }),
      moveVersion({ id, basedOn: 1, move: "take", actor: editor }),
    ]);
    expect(erased).toMatchObject({ ok: true });
    expect(await whereIs(id, author.id)).toEqual([]);
  }
});

test("a draft’s link opens nothing afterwards", async () => {
  const { id, author } = await aVersion("draft");
  const { token } = await createLink(db, { purpose: "draft", versionId: id, now });
  expect(await findDraft(token)).not.toBeNull();
  await erasePerson({ personId: author.id });
  expect(await findDraft(token)).toBeNull();
});

test("words in what somebody else never sent are named, and no editor is written to about what none may open", async () => {
  const named = await aPerson("contributor");
  const draft = await aVersion("draft", { solution: `Ask ${await emailOf(named.id)} about it.` });
  const erased = await erasePerson({ personId: named.id, log: createLog("silent") });
  expect(erased.ok && erased.value.mentions).toEqual([
    { versionId: draft.id, caseStudyId: draft.caseStudyId, place: "answers", question: "solution" },
  ]);
  expect(await db.letter.count({ where: { kind: "mentions", versionId: draft.id } })).toBe(0);
});
