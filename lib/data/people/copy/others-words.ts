import { findWords, listMentions } from "#lib/data/people/mentions.ts";
import { listContactsOf } from "#lib/data/people/people.ts";
import { madeByEditors, namesAddress } from "#lib/data/people/refused.ts";
import { fieldInWords, refusalInWords, typedInWords } from "#lib/domain/people/answer-words.ts";
import { doubtInWords, enquiryAnswerInWords, enquiryInWords, placeInWords } from "#lib/domain/people/copy-words.ts";
import type { CopiedKind, Said } from "#lib/domain/people/copy.ts";
import { problemName } from "#lib/domain/suggestion.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { verdicts, type FactCheckAnswer } from "#lib/domain/workflow/fact-checks.ts";
import { db } from "#lib/data/db.ts";
import { momentOf, type Holder } from "./holder.ts";
import { readNames } from "./names.ts";

/** What is held about somebody beside their own work: as a contact, a fact checker, a reader who wrote, and in others' words. */
export async function copyOthersWords(holder: Holder): Promise<CopiedKind[]> {
  const contacts = await listContactsOf(db, holder.email);
  const contactId = { in: contacts.map(({ id }) => id) };
  const factChecks = await db.factCheck.findMany({ where: { contactId }, include: { asked: true, contact: true } });
  const checkers = factChecks.map((check) => check.contactId);
  const suggestions = holder.id === null ? [] : await db.suggestion.findMany({ where: { fromId: holder.id } });
  return [
    { key: "contact", items: contacts.filter(({ id }) => !checkers.includes(id)).map(contactSaid) },
    { key: "followUp", items: await listAnswers(holder, contactId) },
    {
      key: "factCheck",
      items: factChecks.map(({ contact, asked, expiresAt, answeredAt, answer }) => ({
        ...contactSaid(contact),
        Asked: momentOf(asked.at),
        Note: asked.reason,
        Until: momentOf(expiresAt),
        Answered: momentOf(answeredAt),
        Answer: factsInWords(answer as FactCheckAnswer | null),
      })),
    },
    { key: "suggestion", items: suggestions.filter(({ kind }) => kind === "change").map(suggestionSaid) },
    { key: "reporter", items: suggestions.filter(({ kind }) => kind !== "change").map(suggestionSaid) },
    { key: "mention", items: await listPlaces(holder) },
    { key: "attempt", items: await listAttempts(holder) },
  ];
}

const factsInWords = (answer: FactCheckAnswer | null): Said =>
  answer && {
    Answer: verdicts[answer.verdict],
    Remarks: Object.fromEntries(Object.entries(answer.remarks).map(([place, text]) => [fieldInWords(place), text])),
  };

const contactSaid = (contact: Awaited<ReturnType<typeof listContactsOf>>[number]) => ({
  Name: contact.name,
  "E-mail address": contact.email,
  Telephone: contact.phone,
  "Last said to be right": momentOf(contact.confirmedAt),
  Doubt: doubtInWords(contact.doubt),
  "Not shown since": momentOf(contact.hiddenAt),
});

async function listAnswers({ id }: Holder, contactId: { in: string[] }) {
  const asked = id === null ? [{ contactId }] : [{ contactId }, { contactId: null, version: { authorId: id } }];
  const enquiries = await db.enquiry.findMany({ where: { OR: asked }, include: { followUp: true } });
  return enquiries.map(({ kind, askedAt, answeredAt, answer, followUp }) => ({
    "Asked about": enquiryInWords[kind as EnquiryKind],
    Asked: momentOf(askedAt),
    Answered: momentOf(answeredAt),
    Answer: enquiryAnswerInWords(answer),
    "What you told": followUp?.told ?? "",
    "What readers see": followUp?.text ?? "",
    "Why not": followUp?.reason ?? "",
  }));
}

type Suggestion = Awaited<ReturnType<typeof db.suggestion.findMany>>[number];

const suggestionSaid = ({ kind, text, at, answer, handledAt }: Suggestion) => ({
  Kind: problemName(kind) || "A change",
  Text: text,
  Sent: momentOf(at),
  "The editors’ answer": answer,
  Answered: momentOf(handledAt),
});

/** Where words of others name them. What these say is theirs. */
async function listPlaces(holder: Holder) {
  const mentions = await listMentions(await findWords(holder));
  const listed = await db.listing.findMany({
    where: { caseStudyId: { in: mentions.map(({ caseStudyId }) => caseStudyId) } },
    select: { caseStudyId: true, slug: true },
  });
  return mentions.map(({ caseStudyId, place, question }) => ({
    Place: placeInWords[place],
    Question: question && fieldInWords(question),
    Address: listed.find((one) => one.caseStudyId === caseStudyId)?.slug ?? null,
  }));
}

/** What was refused, where it names their address, but for what editors typed: nobody knows whose the rest is. */
async function listAttempts({ email }: Holder) {
  const rows = await db.$queryRaw<{ typed: Said; errors: Record<string, Said>; expiresAt: Date }[]>`
    select "typed", "errors", "expiresAt" from "Attempt" where ${namesAddress(email)} and not ${madeByEditors} order by "id"`;
  const named = await readNames();
  return rows.map(({ typed, errors, expiresAt }) => ({
    Typed: typedInWords(typed, named),
    Errors: refusalInWords(errors),
    "Deleted after": momentOf(expiresAt),
  }));
}
