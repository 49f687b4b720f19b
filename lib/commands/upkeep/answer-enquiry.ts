import type { Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { holdPersonAt } from "#lib/data/people/people.ts";
import { trustContact } from "#lib/data/upkeep/contacts.ts";
import { findByToken, standingOf, type EnquiryStanding } from "#lib/data/upkeep/enquiries.ts";
import { senderOf } from "#lib/data/upkeep/recipients.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { tidy } from "#lib/domain/template/text.ts";
import { flawOf, type AnswerFlaw, type EnquiryAnswer } from "#lib/domain/upkeep/answers.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { foundRight } from "../directory/confirm-review.ts";
import { hideContact } from "./hide-contacts.ts";

interface Request {
  /** Of the link in the letter that asked. Whoever has it may answer. */
  token: string;
  answer: EnquiryAnswer | null;
  /** What needs to change, what happened next, or who is the person to ask. */
  words: string;
  now?: Date;
}

type Refusal = "not-found" | Exclude<EnquiryStanding, "open"> | AnswerFlaw;
type Enquiry = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

/**
 * Takes what whoever was asked about a published case study answers. "Still right" counts as its review; what happened next
 * waits for an editor; everything else goes to the editors as a suggestion, and they answer by letter. The first answer stands.
 */
export async function answerEnquiry({
  token,
  answer,
  words,
  now = new Date(),
}: Request): Promise<Result<null, Refusal>> {
  return publicly(async (tx) => {
    const asked = await findByToken(tx, token);
    const version = asked && (await lockVersion(tx, asked.caseStudy.versions[0]?.id ?? asked.versionId));
    // Read again, now that nobody else can answer it meanwhile.
    const enquiry = version && (await findByToken(tx, token));
    if (!enquiry) return refuse("not-found");
    const standing = standingOf(enquiry);
    if (standing === "answered" && enquiry.answer === answer && (await saidTheSame(tx, enquiry, words)))
      return ok(null);
    if (standing !== "open") return refuse(standing);
    const flaw = flawOf(enquiry.kind as EnquiryKind, answer, words);
    if (flaw || !answer) return refuse(flaw ?? "answer-missing");

    await tx.enquiry.update({ where: { id: enquiry.id }, data: { answeredAt: now, answer } });
    await takeIn(tx, { enquiry, version, answer, words: tidy(words), now });
    return ok(null);
  });
}

/** Whether an answer that was given came with these words. */
async function saidTheSame(tx: Queries, { id, answer }: Enquiry, typed: string): Promise<boolean> {
  const words = tidy(typed);
  if (answer === "stillRight") return !words;
  if (answer === "told") return (await tx.followUp.findUnique({ where: { enquiryId: id } }))?.told === words;
  const text = (await tx.suggestion.findUnique({ where: { key: id } }))?.text;
  return text === (answer === "wrongPerson" ? notThePerson(words) : words);
}

const notThePerson = (words: string) =>
  `Whoever we wrote to about this case study is not the person to ask.${words ? `\n\n${words}` : ""}`;

interface Answered {
  enquiry: Enquiry;
  version: LockedVersion;
  answer: EnquiryAnswer;
  words: string;
  now: Date;
}

async function takeIn(tx: Queries, answered: Answered): Promise<void> {
  const { enquiry, version, answer, words, now } = answered;
  switch (answer) {
    case "stillRight":
      await believe(tx, answered);
      await foundRight(tx, version, { actorId: null, secondLook: version.secondLook, now });
      return;
    case "needsChanges":
      await believe(tx, answered);
      await tellEditors(tx, answered, words);
      return;
    case "told":
      await believe(tx, answered);
      await tx.followUp.create({
        data: { enquiryId: enquiry.id, caseStudyId: enquiry.caseStudyId, told: words, text: words, toldAt: now },
      });
      return;
    case "wrongPerson": {
      await tellEditors(tx, answered, notThePerson(words));
      if (!enquiry.contactId) return;
      const doubt = { doubt: "wrongPerson", doubtedAt: now };
      await tx.contact.update({ where: { id: enquiry.contactId }, data: doubt });
      await hideContact(tx, version, { contactId: enquiry.contactId, actorId: null, now });
    }
  }
}

/** Somebody is there: the contact is right, whatever was thought of it. */
async function believe(tx: Queries, { enquiry, now }: Answered): Promise<void> {
  if (!enquiry.contactId) return;
  await trustContact(tx, enquiry.contactId, now);
  await raiseGeneration(tx);
}

/** As a suggestion, which an editor settles with a letter. Its key is the enquiry's, so there is one. */
async function tellEditors(tx: Queries, { enquiry, version, now }: Answered, text: string): Promise<void> {
  const email = enquiry.contact?.email;
  const fromId = email ? (await holdPersonAt(tx, email)).id : enquiry.contactId ? null : senderOf(version);
  const { id: suggestionId } = await tx.suggestion.create({
    data: { key: enquiry.id, caseStudyId: enquiry.caseStudyId, text, fromId, at: now },
  });
  await tx.letter.create({ data: { kind: "suggestion", versionId: version.id, suggestionId, queuedAt: now } });
}
