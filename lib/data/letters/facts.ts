import { referenceOf } from "#lib/domain/reference.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { isSentBack, type State } from "#lib/domain/workflow/states.ts";
import { asTheyStand, readStanding } from "#lib/data/catalogue/standing.ts";
import { readMailedAlert, type MailedAlert } from "#lib/data/alerts/mailed.ts";
import { reviewAfter } from "#lib/domain/review.ts";
import { reviewMonths } from "#lib/ops/env.ts";
import { db } from "../db.ts";
import type { OwedLetter } from "./letters.ts";
import { tokenOf, type LinkPurpose } from "#lib/data/submissions/links.ts";
import { findEdits } from "#lib/data/review/edits.ts";
import { answerIn, remarksIn, type Remark } from "#lib/data/review/fact-checks.ts";
import type { Verdict } from "#lib/domain/workflow/fact-checks.ts";
import { getAnswers } from "../versions.ts";
import { findComingReview, type ComingReview } from "./coming-review.ts";
import { linkFor, type MailedLink } from "./links.ts";

/** What a letter may say. Empty where there is nothing to say. */
export interface LetterFacts {
  /** Of the reader. */
  name: string;
  title: string;
  council: string;
  reference: string;
  /** Of the version; null where it is about none. */
  versionId: string | null;
  slug: string | null;
  /** The number of the version: 1 for a new case study. */
  version: number;
  /** Where the event led. */
  state: State | null;
  reason: string;
  /** Who caused the event, by name. */
  actor: string;
  publishAt: Date | null;
  /** Until when the author has to answer about edited text. */
  answerBy: Date | null;
  /** When somebody is asked whether what is published is still right, and who. */
  review: ComingReview | null;
  /** Whether an editor has changed words of the reader's that they are asked to work on. */
  edited: boolean;
  /** When something last happened to it. */
  touchedAt: Date | null;
  /** When the letter left; now, while it waits. */
  writtenAt: Date;
  link: MailedLink | null;
  /** What a reader suggests or reports, their e-mail address, "" where there is none, and what an editor wrote back. */
  suggestion: { kind: string; text: string; from: string; answer: string } | null;
  /** What somebody outside is asked, and what they answered. */
  factCheck: MailedFactCheck | null;
  alert: MailedAlert | null;
  /** What is asked about a published case study, and what came of the answer. */
  enquiry: MailedEnquiry | null;
}

interface MailedEnquiry {
  kind: EnquiryKind;
  /** Of whoever is asked, where it is a contact. */
  name: string;
  /** Of the page that asks. */
  token: string;
  dueOn: Date;
  /** Whether readers are shown whoever is asked. */
  shown: boolean;
  /** What they said happened next, as they wrote it and as readers see it, and why it was declined. */
  followUp: { told: string; text: string; reason: string } | null;
}

interface MailedFactCheck {
  /** Of whoever is asked. */
  name: string;
  /** Of the page that asks. */
  token: string;
  until: Date;
  verdict: Verdict | null;
  remarks: Remark[];
}

/**
 * Reads what a letter may say as it was at its event.
 *
 * @param purpose which secret address the letter carries, made now if there is none; null for none
 */
export async function readLetterFacts(
  letter: OwedLetter,
  purpose: LinkPurpose | null,
  now: Date,
): Promise<LetterFacts> {
  const { event, to, suggestion, factCheck, enquiry } = letter;
  const version = versionOf(letter);
  const mayHave = purpose && !isAboutAnothersWork(letter);
  const link = mayHave ? await linkFor({ purpose, versionId: version?.id, personId: letter.toId }, now) : null;
  const reader = { name: to?.name ?? "", writtenAt: letter.sentAt ?? now, link };
  if (!version) return { ...nothing, ...reader, alert: await readMailedAlert(letter) };
  return {
    ...reader,
    ...(await readWords(version, event?.revision ?? version.latestRevision)),
    ...(await readEdited(version.id, event)),
    reference: referenceOf(version.id),
    versionId: version.id,
    slug: version.caseStudy.slug,
    version: version.number,
    state: event?.toState ?? version.state,
    reason: event?.reason ?? "",
    actor: event?.actor?.name ?? "",
    publishAt: version.publishAt,
    answerBy: version.answerBy,
    review: (event?.toState ?? version.state) === "published" ? await findComingReview(db, version, to) : null,
    suggestion: suggestion && {
      kind: suggestion.kind,
      text: suggestion.text,
      from: suggestion.from?.email ?? "",
      answer: suggestion.answer,
    },
    factCheck: factCheck && mailed(factCheck),
    alert: null,
    enquiry: enquiry && mailedEnquiry(enquiry),
  };
}

function mailed(check: NonNullable<OwedLetter["factCheck"]>): MailedFactCheck {
  const { id, contact, expiresAt } = check;
  const verdict = answerIn(check)?.verdict ?? null;
  return { name: contact.name, token: tokenOf(id), until: expiresAt, verdict, remarks: remarksIn(check) };
}

function mailedEnquiry({ id, kind, contact, dueOn, followUp }: NonNullable<OwedLetter["enquiry"]>): MailedEnquiry {
  const who = { name: contact?.name ?? "", shown: contact !== null };
  return { ...who, kind: kind as EnquiryKind, token: tokenOf(id), dueOn, followUp };
}

/** Whether the version has come to another author since the letter was owed. Its secret addresses are no longer for the reader. */
export function isAboutAnothersWork(letter: OwedLetter): boolean {
  const version = versionOf(letter);
  return version !== null && version.authorId !== letter.toId;
}

/** A move that somebody is about to make, as its letter would tell of it. */
export interface PlannedMove {
  to: State;
  reason: string;
  actor: string;
  publishAt: Date | null;
  answerBy: Date | null;
}

/** Reads what the letter about a move may say before it is made. It carries no link yet. */
export async function readFactsOfPlan(
  versionId: string,
  toId: string,
  plan: PlannedMove,
  now: Date,
): Promise<LetterFacts> {
  const version = await db.version.findUniqueOrThrow({ where: { id: versionId }, include: { caseStudy: true } });
  const to = await db.person.findUniqueOrThrow({ where: { id: toId } });
  return {
    ...{ ...nothing, ...plan, name: to.name, writtenAt: now, link: null },
    ...(await readWords(version, version.latestRevision)),
    ...(await readEdited(version.id, { toState: plan.to, revision: version.latestRevision, at: now })),
    reference: referenceOf(version.id),
    versionId: version.id,
    slug: version.caseStudy.slug,
    version: version.number,
    state: plan.to,
    review:
      plan.to === "published"
        ? await findComingReview(db, { ...version, reviewBy: reviewAfter(now, reviewMonths()) }, to)
        : null,
  };
}

type AVersion = NonNullable<OwedLetter["version"]>;

const versionOf = ({ event, version }: OwedLetter): AVersion | null => event?.version ?? version;

const nothing = {
  ...{
    title: "",
    council: "",
    reference: "",
    versionId: null,
    slug: null,
    version: 1,
    state: null,
    reason: "",
    actor: "",
  },
  ...{ publishAt: null, answerBy: null, edited: false, touchedAt: null, suggestion: null, factCheck: null },
  ...{ alert: null, enquiry: null, review: null },
};

async function readWords({ id, template, latestRevision }: AVersion, revision: number) {
  const answers = await getAnswers(db, id, revision);
  const facts = asTheyStand(factsOf(getTemplate(template), answers), await readStanding(db));
  const touchedAt = await findTouched(id, latestRevision);
  const council = facts.council && (await db.council.findUnique({ where: { id: facts.council } }));
  return { title: facts.title, council: council ? council.name : facts.organisation, touchedAt };
}

/** Only whoever gets a text back to work on has to know: an author who is shown edited text is told so in a letter of its own. */
async function readEdited(id: string, event: { toState: State; revision: number; at: Date } | null) {
  if (!event || !isSentBack(event.toState)) return { edited: false };
  return findEdits(db, { id, latestRevision: event.revision }, event.at);
}

async function findTouched(versionId: string, latestRevision: number): Promise<Date | null> {
  const written = await db.revision.findFirst({ where: { versionId, number: latestRevision }, select: { at: true } });
  const moved = await db.event.findFirst({ where: { versionId }, orderBy: { at: "desc" }, select: { at: true } });
  return written && moved && moved.at > written.at ? moved.at : (written?.at ?? null);
}
