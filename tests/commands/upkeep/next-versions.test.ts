import { describe, expect, test } from "vitest";
import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { askEnquiries } from "#lib/commands/upkeep/ask-enquiries.ts";
import { hideContacts } from "#lib/commands/upkeep/hide-contacts.ts";
import { noteReturn } from "#lib/commands/upkeep/note-return.ts";
import { askForReview, showContact } from "#lib/commands/upkeep/tend-contact.ts";
import { whyNotSend } from "#lib/commands/letters/why-not-send.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { db } from "#lib/data/db.ts";
import { addDays, londonDay } from "#lib/domain/calendar/london-days.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { anEnquiry, contactOf, type AnEnquiry } from "#tests/support/enquiries.ts";
import { listen } from "#tests/support/letters.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";

const day = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000);
const whyNot = async ({ letterId }: AnEnquiry) => {
  const letter = await findLetter(letterId);
  return letter && whyNotSend(letter);
};

describe("when the next version is published before the answer comes", () => {
  test("what happened next can still be told, and is of the case study", async () => {
    const asked = await anEnquiry("oneYear");
    await aNextVersion(asked, "published");
    expect(await whyNot(asked)).toBeNull();
    expect(await answerEnquiry({ token: asked.token, answer: "told", words: "It runs." })).toMatchObject({ ok: true });
    expect(await db.followUp.count({ where: { caseStudyId: asked.caseStudyId } })).toBe(1);
  });

  test("whether the one before was still right is asked no more", async () => {
    const asked = await anEnquiry("review");
    await aNextVersion(asked, "published");
    expect(await whyNot(asked)).toBe("It has been answered.");
    expect(await answerEnquiry({ token: asked.token, answer: "stillRight", words: "" })).toEqual({
      ok: false,
      reason: "over",
    });
  });
});

test("a contact on a withdrawn page is hidden as well, and can be shown again", async () => {
  const { enquiryId, id, caseStudyId, editor } = await anEnquiry();
  await noteReturn({ alertId: null, enquiryId }, new Date());
  await moveVersion({ id, basedOn: 1, move: "withdraw", actor: editor, reason: "It names a driver." });
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
  const shown = async () => {
    const found = await findByAddress(slug ?? "");
    return found.kind === "page" && found.page.contact !== null;
  };
  expect(await shown()).toBe(true);
  expect(await hideContacts(day(29))).toBe(1);
  expect(await shown()).toBe(false);
  expect(await db.event.findFirst({ where: { versionId: id, kind: "hideContact" } })).toMatchObject({
    fromState: "withdrawn",
  });
  expect(await showContact({ versionId: id, actor: editor })).toMatchObject({ ok: true });
  expect(await shown()).toBe(true);
});

test("asking where nobody is known to ask leaves what was asked before", async () => {
  const asked = await anEnquiry();
  await noteReturn({ alertId: null, enquiryId: asked.enquiryId }, new Date());
  await db.person.update({ where: { id: asked.author.id }, data: { active: false } });
  const again = await askForReview({ versionId: asked.id, actor: asked.editor, now: day(2) });
  expect(again).toEqual({ ok: false, reason: "nobody" });
  expect(await db.enquiry.count({ where: { id: asked.enquiryId } })).toBe(1);
});

test("whoever imported a case study is asked nothing about it", async () => {
  const asked = await anEnquiry();
  const { caseStudyId, id: versionId, editor } = asked;
  await noteReturn({ alertId: null, enquiryId: asked.enquiryId }, new Date());
  await db.version.update({
    where: { id: versionId },
    data: { imported: true, reviewBy: addDays(londonDay(day(0)), 14) },
  });
  expect(await askForReview({ versionId, actor: editor, now: day(2) })).toEqual({ ok: false, reason: "nobody" });
  expect(await askEnquiries()).toBe(0);
  const due = { caseStudyId, kind: "review", id: { not: asked.enquiryId } };
  expect(await db.enquiry.findFirst({ where: due, include: { letters: true } })).toMatchObject({ letters: [] });
});

test("that our own mail server was away until a letter was given up says nothing of a contact", async () => {
  await db.letter.deleteMany();
  const asked = await anEnquiry();
  await db.letter.deleteMany({ where: { id: { not: asked.letterId } } });
  await listen(() => true, { responseCode: 451 });
  for (let hours = 0; hours < 24 * 12; hours += 7) await sendLetters({ now: day(hours / 24) });
  expect(await findLetter(asked.letterId)).toMatchObject({ sentAt: null, dueAt: new Date("9999-12-31T00:00:00Z") });
  expect(await contactOf(asked)).toMatchObject({ doubt: "" });
});
