import { describe, expect, test } from "vitest";
import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { confirmReview } from "#lib/commands/directory/confirm-review.ts";
import { settleFollowUp } from "#lib/commands/upkeep/settle-follow-up.ts";
import { showContact } from "#lib/commands/upkeep/tend-contact.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { db } from "#lib/data/db.ts";
import { reviewAfter } from "#lib/domain/review.ts";
import { anEnquiry, contactOf } from "#tests/support/enquiries.ts";
import { generation } from "#tests/support/snapshot.ts";

async function pageOf(caseStudyId: string) {
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
  const found = await findByAddress(slug ?? "");
  if (found.kind !== "page") throw new Error(`There is no page at ${slug}`);
  return found.page;
}

describe("whoever answers for a published case study", () => {
  test("says that it is still right, and that is its review", async () => {
    const { token, caseStudyId, id } = await anEnquiry();
    await db.version.update({ where: { id }, data: { overdue: true } });
    const now = new Date();
    expect(await answerEnquiry({ token, answer: "stillRight", words: "", now })).toEqual({ ok: true, value: null });

    const page = await pageOf(caseStudyId);
    expect(page).toMatchObject({ reviewBy: reviewAfter(now), overdue: false, reviewedAt: now });
    expect(page.contact?.confirmedAt).toEqual(now);
  });

  test("says what has to change, and the editors have it once, from them", async () => {
    const { token, caseStudyId } = await anEnquiry();
    for (const words of ["The figure is for 2023.", "The figure is for 2023."])
      expect(await answerEnquiry({ token, answer: "needsChanges", words })).toMatchObject({ ok: true });

    const found = await db.suggestion.findMany({ where: { caseStudyId }, include: { from: true } });
    expect(found).toMatchObject([{ text: "The figure is for 2023.", from: { email: "transport@dorset.example" } }]);
  });

  test("says that they are not the person, and readers are not sent to them from that moment", async () => {
    const { token, caseStudyId, id, editor } = await anEnquiry();
    expect((await pageOf(caseStudyId)).contact).not.toBeNull();
    const before = await generation();
    expect(await answerEnquiry({ token, answer: "wrongPerson", words: "Ask Highways." })).toMatchObject({ ok: true });

    expect((await pageOf(caseStudyId)).contact).toBeNull();
    expect(await generation()).toBe(before + 1);
    expect(await contactOf({ caseStudyId })).toMatchObject({ doubt: "wrongPerson" });

    const now = new Date();
    expect(await showContact({ versionId: id, actor: editor, now })).toMatchObject({ ok: true });
    expect((await pageOf(caseStudyId)).contact).toMatchObject({ confirmedAt: now });
  });

  test("says what happened next, and readers see what an editor made of it, with its date", async () => {
    const { token, caseStudyId, editor, author } = await anEnquiry("oneYear");
    const now = new Date();
    await answerEnquiry({ token, answer: "told", words: "It still runs, with four busses.", now });
    expect((await pageOf(caseStudyId)).followUps).toEqual([]);

    const { id } = await db.followUp.findFirstOrThrow({ where: { caseStudyId } });
    const text = "It still runs, with four buses.";
    expect(await settleFollowUp({ id, as: "published", text, actor: author })).toMatchObject({ reason: "not-allowed" });
    expect(await settleFollowUp({ id, as: "published", text: " ", actor: editor })).toMatchObject({
      reason: "text-missing",
    });
    expect(await settleFollowUp({ id, as: "published", text, actor: editor })).toMatchObject({ ok: true });
    expect((await pageOf(caseStudyId)).followUps).toEqual([{ id, text, toldAt: now, years: 1 }]);
    expect(await settleFollowUp({ id, as: "declined", reason: "No", actor: editor })).toMatchObject({
      reason: "settled-already",
    });
    const letters = await db.letter.findMany({ where: { enquiry: { caseStudyId }, kind: "publishFollowUp" } });
    expect(letters).toMatchObject([{ address: "transport@dorset.example" }]);

    expect(await settleFollowUp({ id, as: "removed", reason: "It names a driver", actor: editor })).toMatchObject({
      ok: true,
    });
    expect((await pageOf(caseStudyId)).followUps).toEqual([]);
  });

  test.each([
    ["oneYear", "told"],
    ["review", "needsChanges"],
    ["review", "wrongPerson"],
  ] as const)("is told that a colleague answered before with other words: %s, %s", async (kind, answer) => {
    const { token, caseStudyId } = await anEnquiry(kind);
    const say = (words: string) => answerEnquiry({ token, answer, words });
    expect(await say("The first words.\r\n")).toMatchObject({ ok: true });
    expect(await say("The first words.")).toMatchObject({ ok: true });
    expect(await say("Other words.")).toEqual({ ok: false, reason: "answered" });
    const kept = [
      ...(await db.followUp.findMany({ where: { caseStudyId } })),
      ...(await db.suggestion.findMany({ where: { caseStudyId } })),
    ];
    expect(kept).toHaveLength(1);
  });

  test("is told what is missing, and nothing is kept", async () => {
    const { token, enquiryId } = await anEnquiry();
    const wrong = [
      [null, "", "answer-missing"],
      ["told", "It runs", "answer-missing"],
      ["needsChanges", "  ", "words-missing"],
      ["stillRight", "a".repeat(2001), "words-too-long"],
      ["stillRight", "but our number has changed", "words-unasked"],
    ] as const;
    for (const [answer, words, reason] of wrong)
      expect(await answerEnquiry({ token, answer, words })).toEqual({ ok: false, reason });
    expect(await db.enquiry.findUnique({ where: { id: enquiryId } })).toMatchObject({ answeredAt: null });
  });

  test("is not asked any more once an editor has found it right", async () => {
    const { token, id, editor } = await anEnquiry();
    await db.version.update({ where: { id }, data: { reviewBy: new Date("2026-12-20") } });
    await confirmReview({ id, actor: editor, now: new Date("2027-06-01T09:00Z") });
    expect(await answerEnquiry({ token, answer: "stillRight", words: "" })).toEqual({ ok: false, reason: "over" });
    expect(await answerEnquiry({ token: "a".repeat(43), answer: "stillRight", words: "" })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("answers twice at once, and one answer stands", async () => {
    const { token, caseStudyId } = await anEnquiry();
    await Promise.all([
      answerEnquiry({ token, answer: "stillRight", words: "" }),
      answerEnquiry({ token, answer: "needsChanges", words: "All of it" }),
    ]);
    const reviews = await db.event.count({ where: { version: { caseStudyId }, kind: "confirmReview" } });
    expect(reviews + (await db.suggestion.count({ where: { caseStudyId } }))).toBe(1);
  });
});
