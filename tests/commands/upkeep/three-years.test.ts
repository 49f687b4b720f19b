import { beforeAll, describe, expect, test, vi } from "vitest";
import { markOverdue } from "#lib/commands/directory/mark-overdue.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { deleteOldDrafts } from "#lib/commands/submissions/delete-old-drafts.ts";
import { remindOfOldDrafts } from "#lib/commands/submissions/remind-of-old-drafts.ts";
import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { askEnquiries } from "#lib/commands/upkeep/ask-enquiries.ts";
import { hideContacts } from "#lib/commands/upkeep/hide-contacts.ts";
import { pursueEnquiries } from "#lib/commands/upkeep/pursue-enquiries.ts";
import { db } from "#lib/data/db.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import type { EnquiryAnswer } from "#lib/domain/upkeep/answers.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const begin = new Date("2027-02-10T10:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;
// The whole of each of these days nobody did the work of the clock: among them days on which something falls due, and both changes of the clocks.
const down = new Set([
  "2028-01-13",
  "2028-01-14",
  "2028-02-10",
  "2027-10-31",
  "2028-03-26",
  "2028-03-27",
  "2027-05-11",
]);
const clockChanges = new Set(["2027-03-28", "2027-10-31", "2028-03-26", "2028-10-29", "2029-03-25", "2029-10-28"]);

/** Those who answer, each the day after a letter of theirs has left. */
const answering: { caseStudyId: string; kinds: readonly string[]; answer: EnquiryAnswer; words: string }[] = [];
let faithful: AVersion;
let silent: AVersion;
let telling: AVersion;
let uncontacted: AVersion;
let draft: AVersion;
const changes: { day: string; what: string; id: string }[] = [];

/** Everything the worker does, at one moment. */
async function work(now: Date) {
  await askEnquiries(now);
  await pursueEnquiries(now);
  await hideContacts(now);
  await markOverdue(now);
  await remindOfOldDrafts(now);
  await deleteOldDrafts(now);
  await sendLetters({ now });
}

/** Keeps what readers would notice, with its day. */
async function look(day: string) {
  const versions = await db.version.findMany({ select: { id: true, overdue: true } });
  const contacts = await db.contact.findMany({ select: { caseStudyId: true, hiddenAt: true, doubt: true } });
  const now = [
    ...versions.flatMap(({ id, overdue }) => (overdue ? [{ what: "overdue", id }] : [])),
    ...contacts.flatMap(({ caseStudyId: id, hiddenAt }) => (hiddenAt ? [{ what: "hidden", id }] : [])),
    ...contacts.flatMap(({ caseStudyId: id, doubt }) => (doubt ? [{ what: doubt, id }] : [])),
    ...(versions.some(({ id }) => id === draft.id) ? [] : [{ what: "deleted", id: draft.id }]),
  ];
  for (const { what, id } of now)
    if (!changes.some((one) => one.what === what && one.id === id)) changes.push({ day, what, id });
}

async function answer(now: Date) {
  for (const { caseStudyId, kinds, answer: said, words } of answering) {
    const open = await db.enquiry.findMany({ where: { caseStudyId, kind: { in: [...kinds] }, answeredAt: null } });
    for (const { id, askedAt } of open)
      if (now.getTime() - askedAt.getTime() > dayMs)
        await answerEnquiry({ token: tokenOf(id), answer: said, words, now });
  }
}

beforeAll(async () => {
  // Into the demonstration's mailbox: every letter is written, and marked as sent.
  vi.stubEnv("CASEBOOK_DEMONSTRATION", "1");
  const shown = { contactConsent: true };
  faithful = await aVersion("published", shown, begin);
  silent = await aVersion("published", shown, begin);
  telling = await aVersion("published", shown, begin);
  uncontacted = await aVersion("published", {}, begin);
  draft = await aVersion("draft", {}, begin);
  for (const { caseStudyId } of [faithful, telling])
    answering.push({ caseStudyId, kinds: ["review"], answer: "stillRight", words: "" });
  const { caseStudyId } = telling;
  answering.push({ caseStudyId, kinds: ["oneYear", "threeYears"], answer: "told", words: "It runs." });
  await db.letter.deleteMany();
  for (let time = begin.getTime(); time < begin.getTime() + 3.2 * 365 * dayMs; time += dayMs) {
    const [day] = shownAt(new Date(time));
    const hours = clockChanges.has(day) ? [-10, -9.5, -9, -8.5, -8, 0, 4, 13.5] : [0];
    for (const hour of hours) {
      const now = new Date(time + hour * 60 * 60 * 1000);
      if (!down.has(shownAt(now)[0])) await work(now);
    }
    await look(day);
    await answer(new Date(time));
  }
}, 300_000);

const lettersTo = async ({ caseStudyId }: AVersion) => {
  const letters = await db.letter.findMany({
    where: { version: { caseStudyId } },
    include: { to: true },
    orderBy: [{ queuedAt: "asc" }, { kind: "asc" }],
  });
  return letters.map(({ kind, queuedAt, sentAt, address, to }) => ({
    day: shownAt(queuedAt)[0],
    kind,
    to: address ?? to?.email ?? "editors",
    sent: sentAt !== null,
  }));
};
const dayOf = (what: string, id: string) => changes.find((one) => one.what === what && one.id === id)?.day;
const contact = "transport@dorset.example";

describe("three years by the clock, with days on which nobody worked", () => {
  test("who answers is asked once before each review and is never overdue", async () => {
    const reviews = (await lettersTo(faithful)).filter(({ kind }) => /Review$/.test(kind));
    // 28 days before 10 February 2028 nobody worked, nor on the day after.
    expect(reviews).toEqual([
      { day: "2028-01-15", kind: "askReview", to: contact, sent: true },
      { day: "2028-12-20", kind: "askReview", to: contact, sent: true },
      { day: "2029-11-24", kind: "askReview", to: contact, sent: true },
    ]);
    expect(dayOf("overdue", faithful.id)).toBeUndefined();
    expect(dayOf("silent", faithful.caseStudyId)).toBeUndefined();
  });

  test("who stays silent is reminded on the day of review, doubted four weeks later and hidden after four more", async () => {
    const letters = await lettersTo(silent);
    expect(letters.filter(({ kind }) => /Review$/.test(kind))).toEqual([
      { day: "2028-01-15", kind: "askReview", to: contact, sent: true },
      // On the 10th nobody worked.
      { day: "2028-02-11", kind: "remindReview", to: contact, sent: true },
    ]);
    expect(dayOf("overdue", silent.id)).toBe("2028-02-11");
    expect(dayOf("silent", silent.caseStudyId)).toBe("2028-03-10");
    expect(dayOf("hidden", silent.caseStudyId)).toBe("2028-04-07");
    expect(await db.event.count({ where: { versionId: silent.id, kind: "hideContact" } })).toBe(1);
  });

  test("what happened next is asked after one and three years, and reminded of once", async () => {
    const asked = async (version: AVersion) =>
      (await lettersTo(version))
        .filter(({ kind }) => /FollowUp$/.test(kind))
        .map(({ day, kind, to }) => [day, kind, to]);
    expect(await asked(telling)).toEqual([
      ["2028-02-11", "askFollowUp", contact],
      ["2030-02-10", "askFollowUp", contact],
    ]);
    expect(await asked(faithful)).toEqual([
      ["2028-02-11", "askFollowUp", contact],
      ["2028-03-10", "remindFollowUp", contact],
      ["2030-02-10", "askFollowUp", contact],
      ["2030-03-10", "remindFollowUp", contact],
    ]);
    expect(await db.followUp.count({ where: { caseStudyId: telling.caseStudyId, state: "waiting" } })).toBe(2);
  });

  test("where no contact is shown, its author is asked, and nobody is hidden", async () => {
    const author = (await db.person.findUniqueOrThrow({ where: { id: uncontacted.author.id } })).email;
    const letters = await lettersTo(uncontacted);
    expect(letters.map(({ to }) => to)).toEqual(letters.map(() => author));
    expect(letters.slice(0, 3).map(({ day, kind }) => [day, kind])).toEqual([
      ["2028-01-15", "askReview"],
      ["2028-02-11", "askFollowUp"],
      ["2028-02-11", "remindReview"],
    ]);
    expect(dayOf("hidden", uncontacted.caseStudyId)).toBeUndefined();
  });

  test("a draft that nobody touched is written about once and deleted once", async () => {
    expect(dayOf("deleted", draft.id)).toBe("2027-05-12");
  });

  test("every letter left", async () => {
    expect(await db.letter.count({ where: { sentAt: null } })).toBe(0);
  });
});
