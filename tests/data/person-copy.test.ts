import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { db } from "#lib/data/db.ts";
import { copyOf, findCopy } from "#lib/data/people/copy/copy.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import type { Copy, Said } from "#lib/domain/people/copy.ts";
import { keptAboutPeople } from "#lib/domain/people/kept.ts";
import { nameOfKind, writeCopy } from "#lib/domain/people/write-copy.ts";
import { paths } from "#lib/http/paths.ts";
import { copiedColumns, notCopied } from "#tests/support/copied-columns.ts";
import { aPerson } from "#tests/support/people.ts";
import { personalData } from "#tests/support/personal-data.ts";
import { canary, somebodyEverywhere } from "#tests/support/somebody-everywhere.ts";
import { aVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = new Date();
const later = new Date(Date.now() + 3_600_000);
const inWords = "Words of their own";

/** The rest of what may be held: as somebody who used to edit has it. */
async function asEditorToo(id: string, draftId: string, caseStudyId: string) {
  const { id: other } = await aPerson();
  const others = await aVersion("in_review", { title: "Of somebody else" });
  const theirs = { versionId: others.id, at: now };
  await db.contributor.updateMany({ where: { personId: id }, data: { confirmedById: id } });
  await db.peopleEvent.create({ data: { kind: "invite", personId: id, actorId: id, at: now } });
  await db.version.update({ where: { id: others.id }, data: { assigneeId: id } });
  await db.event.create({ data: { ...theirs, revision: 1, kind: "take", toState: "in_review", actorId: id } });
  await db.revision.create({ data: { ...theirs, number: 2, answers: { title: inWords }, writerId: id } });
  await db.comment.create({
    data: { ...theirs, revision: 1, section: "impact", toCouncil: false, text: inWords, writerId: id },
  });
  await db.deskVisit.create({ data: { ...theirs, personId: id, revision: 1 } });
  const key = () => crypto.randomUUID();
  const settled = { settledById: id, handledAt: now, at: now, text: inWords, answer: inWords, caseStudyId };
  await db.suggestion.create({ data: { ...settled, key: key(), fromId: other } });
  await db.suggestion.create({ data: { ...settled, key: key(), fromId: id, kind: "link", settledById: null } });
  await db.suggestion.create({ data: { ...settled, key: key(), fromId: id, settledById: null } });
  const about = { caseStudyId, versionId: draftId, kind: "oneYear", askedAt: now, dueOn: now };
  const enquiry = await db.enquiry.create({ data: { ...about, tokenHash: Buffer.from(key()), answer: "told" } });
  const told = { enquiryId: enquiry.id, caseStudyId, told: inWords, text: inWords, reason: inWords, toldAt: now };
  await db.followUp.create({ data: { ...told, state: "declined", settledById: id } });
  const change = { subject: "topic", subjectId: "buses", kind: "rename", before: {}, after: {}, at: now };
  await db.catalogueChange.create({ data: { ...change, actorId: id, undoneById: id, undoneAt: now } });
  await db.import.create({ data: { source: "A list", fileName: "list.csv", bytes: 1, personId: id, createdAt: now } });
  await db.session.create({
    data: { token: key(), userId: id, expiresAt: later, ipAddress: "192.0.2.1", userAgent: "A browser" },
  });
  await db.account.create({ data: { accountId: "7", providerId: "oidc", userId: id, scope: "openid" } });
  await db.twoFactor.create({
    data: { secret: "s3cret-canary", backupCodes: "c0des-canary", userId: id, verified: true },
  });
  await db.wordReading.create({
    data: {
      ...{ versionId: draftId, revision: 1, reading: { answers: { title: inWords } }, at: now, expiresAt: later },
      pictures: { create: { position: 0, bytes: Buffer.from("x"), width: 1, height: 1 } },
    },
  });
  const alert = { frequency: "daily", askedAt: now, lookedAt: now, personId: id };
  const { id: alertId } = await db.alert.create({
    data: { ...alert, query: "q=y", tokenHash: Buffer.from(key()), confirmedAt: now },
  });
  await db.letter.create({ data: { kind: "alert", alertId, toId: id, queuedAt: now } });
  await db.factCheck.updateMany({ data: { answer: { verdict: "wrong", remarks: {} }, answeredAt: now } });
  const errors = { email: "Enter one" };
  await db.attempt.create({ data: { address: "/", typed: { email: canary.email }, errors, expiresAt: later } });
}

let copy: Copy;
beforeAll(async () => {
  const { id, draft, published } = await somebodyEverywhere();
  await asEditorToo(id, draft.id, published.caseStudyId);
  copy = await copyOf(canary.email.toUpperCase());
});

const isEmpty = (said: Said | undefined) => said == null || said === "" || (Array.isArray(said) && !said.length);
const holds = (kind: string, label: string) =>
  copy.kinds.find(({ key }) => key === kind)?.items.some((item) => !isEmpty(item[label])) ?? false;

describe("a copy of what is held about somebody", () => {
  const aboutSomebody = Object.keys(personalData).filter((column) => personalData[column] !== "nobody's");

  test("has every column that could hold something about them, but for those it says why", () => {
    const placed = [...Object.keys(copiedColumns), ...Object.keys(notCopied)];
    expect(aboutSomebody.filter((column) => !placed.includes(column))).toEqual([]);
    expect(placed.filter((column) => !(column in personalData))).toEqual([]);
    expect(Object.keys(copiedColumns).filter((column) => column in notCopied)).toEqual([]);
  });

  test.each(Object.entries(copiedColumns))("has %s", (_, [kind, label]) => {
    expect(holds(kind, label)).toBe(true);
  });

  test("would be seen to lack one", () => {
    expect([holds("submitter", "Shoe size"), holds("shoes", "Name")]).toEqual([false, false]);
  });

  test("has every row of the page on privacy that can be told to be theirs", () => {
    const nobodys = ["search", "count", "importFile", "importReport"];
    const rows = keptAboutPeople(90).map(({ key }) => key);
    const kinds = copy.kinds.map(({ key }) => key);
    expect(rows.filter((key) => !kinds.includes(key))).toEqual(nobodys);
    expect(kinds.filter((key) => !rows.includes(key))).toEqual(["mention"]);
  });

  test("opens nothing for whoever finds it", async () => {
    const text = writeCopy(copy);
    const sessions = await db.session.findMany();
    for (const { token } of sessions) expect(text).not.toContain(token);
    expect(text).not.toMatch(/s3cret-canary|c0des-canary|[\w-]{43}/);
  });

  test("is JSON under plain words, and says what it leaves out", () => {
    const read = JSON.parse(writeCopy(copy)) as {
      heldAbout: string;
      held: Record<string, unknown>;
      leftOut: unknown[];
    };
    expect(read.heldAbout).toBe(canary.email);
    expect(Object.keys(read.held)).toContain(nameOfKind({ key: "contact" }));
    expect(read.leftOut.length).toBeGreaterThan(3);
  });
});

test("names nobody else, nor what others keep to themselves", async () => {
  const others = await aVersion("in_review", { title: "A rival’s secret title" });
  const secret = { versionId: others.id, revision: 1, section: "impact", text: "Between editors", at: now };
  await db.comment.create({ data: { ...secret, toCouncil: false, writerId: others.editor.id } });
  const text = writeCopy(await copyOf(canary.email));
  expect(text).not.toMatch(/rival|Between editors/);
  expect(text.match(/[\w.+-]+@[\w.-]+/g)?.filter((address) => !/canary\.example/i.test(address)) ?? []).toEqual([]);
});

describe("what was refused", () => {
  const email = "smith@kent.example";
  const refusedAt = (address: string, reason: string) =>
    keepAttempt(address, { typed: { said: { reason } }, errors: {} });
  const whose = ["smith@kent.example", "Ask\nSmith@Kent.example.", "<smith@kent.example>, too"];
  const others = ["j.smith@kent.example", "o'smith@kent.example", "smith@kent.example.org", "smith@kent.examples"];

  test("is in the copy of whoever it names whole, unless an editor typed it", async () => {
    for (const reason of [...whose, ...others]) await refusedAt("/submit/start", reason);
    await refusedAt(paths.review(crypto.randomUUID()), `Between us: ${email}`);
    const attempts = (await copyOf(email)).kinds.find(({ key }) => key === "attempt")?.items;
    expect(attempts?.map(({ Typed }) => Typed)).toEqual(whose.map((Reason) => ({ Said: { Reason } })));
  });

  test("goes with whoever it names whole, whoever typed it, and with nobody else", async () => {
    const { id: personId } = await addPerson({ email });
    const kept = await Promise.all(others.map((reason) => refusedAt("/submit/start", reason)));
    await refusedAt(paths.review(crypto.randomUUID()), `Between us: ${email}`);
    expect(await erasePerson({ personId })).toMatchObject({ ok: true });
    expect(await db.attempt.count({ where: { id: { in: kept } } })).toBe(others.length);
    expect(JSON.stringify(await db.attempt.findMany())).not.toMatch(/Between us|<smith|nSmith/);
  });
});

test("the link to one’s own list opens one’s copy, and no other does", async () => {
  const { id: personId } = await aPerson();
  const opens = async (purpose: "mine" | "track", expiresAt: Date | null = null) =>
    (await findCopy((await createLink(db, { purpose, personId, expiresAt, now })).token))?.email ?? null;
  expect(await opens("mine")).toMatch(/@council\.example$/);
  expect(await opens("track")).toBeNull();
  expect(await opens("mine", new Date(0))).toBeNull();
  expect(await findCopy("nothing")).toBeNull();
});

test("of an address that is nobody’s there is none, and asking for one makes nobody", async () => {
  const before = await db.person.count();
  expect((await copyOf("nobody@nowhere.example")).kinds.flatMap(({ items }) => items)).toEqual([]);
  expect(await db.person.count()).toBe(before);
});
