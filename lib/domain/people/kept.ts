import { daysKept, daysToConfirm, mostRefusals } from "#lib/domain/alerts/limits.ts";
import { daysFilesKept, daysReportsKept } from "#lib/domain/imports/limits.ts";
import { daysAddressKept } from "#lib/domain/suggestion.ts";
import { daysReadingsKept } from "#lib/domain/word/refusals.ts";
import { daysLettersKept, daysSearchesKept, daysSignedIn, hoursAttemptsKept } from "./limits.ts";

/** When the clock ends something, and which job does it. */
export interface Limit {
  after: number;
  unit: "day" | "hour";
  job: string;
}

/** Something that is kept about people. */
export interface Kept {
  /** Its row on the page, for links. */
  key: string;
  what: string;
  /** What for. The lawful basis is public task unless it says otherwise. */
  why: string;
  seenBy: string;
  /** How long; after the time, where there is a limit. */
  howLong: string;
  limit?: Limit;
  basis?: "consent";
}

const ended = (after: number, unit: Limit["unit"], job: string, howLong: string) => ({
  howLong,
  limit: { after, unit, job },
});

/**
 * Everything that is kept about people, in one list: the page on privacy shows it, forms quote it, and tests hold it against the
 * columns of the database and against the jobs that end it.
 */
export const keptAboutPeople = (draftDays: number): readonly Kept[] => [
  {
    ...{
      key: "submitter",
      what: "The work e-mail address of whoever submits, and their council if an editor confirmed it",
    },
    why: "To send you the link to your draft, and what the editors decide and ask",
    seenBy: "Editors. It is never shown",
    howLong: "As long as we hold a draft or case study of yours, or until you delete it",
  },
  {
    ...{ key: "draft", what: "Your draft: its words, pictures and documents" },
    why: "So that you can go on with it, and send it",
    seenBy: "You, and editors once you have sent it",
    ...ended(
      draftDays,
      "day",
      "delete-old-drafts",
      "after you last changed it or had its link sent. We write to you before that",
    ),
  },
  {
    ...{ key: "reading", what: "What was read of a Word file you uploaded. The file itself is not kept" },
    why: "So that you can choose what of it to use",
    seenBy: "You",
    ...ended(daysReadingsKept, "day", "clear-word-readings", "after you uploaded it, or sooner with your draft"),
  },
  {
    ...{ key: "attempt", what: "What you typed, where a form could not be taken" },
    why: "So that it is still there when you put it right",
    seenBy: "You",
    ...ended(hoursAttemptsKept, "hour", "clear-attempts", "after you sent it"),
  },
  {
    ...{ key: "record", what: "A case study that was sent, with its history and what was said about it" },
    why: "To check and publish it. It is the council’s record",
    seenBy: "Everybody, the words that are published; you and editors, the rest",
    howLong: "As long as the directory. Your name leaves it when you delete everything about you",
  },
  {
    ...{ key: "contact", what: "A contact’s name, e-mail address and telephone number" },
    why: "So that readers can ask about it, and we can ask whether it is still right",
    seenBy: "Editors; and everybody, on its page alone, if the contact agreed to be shown",
    howLong: "As long as the case study, or until the contact has it deleted. It leaves the page when nobody answers",
  },
  {
    ...{
      key: "followUp",
      what: "What you answer when we ask whether a case study is still right, and what happened next",
    },
    why: "To keep the directory right",
    seenBy: "Editors; and everybody, the part that is published",
    howLong: "As long as the case study",
  },
  {
    ...{
      key: "suggestion",
      what: "What you write when you suggest a change or report a problem, and your address with a suggestion",
    },
    why: "To put it right, and to answer you",
    seenBy: "Editors",
    howLong: "As long as the case study it is about, or until you have your address deleted",
  },
  {
    ...{ key: "reporter", what: "Your e-mail address, if you leave one when you report a problem" },
    why: "To answer you",
    seenBy: "Editors",
    ...ended(daysAddressKept, "day", "forget-reporters", "after the answer, unless we hold something else under it"),
  },
  {
    ...{ key: "factCheck", what: "Your name, e-mail address and answer, if an editor asks you to check facts" },
    why: "To send you the text, and to know whose answer it is",
    seenBy: "Editors",
    howLong: "As long as the case study, or until you have it deleted",
  },
  {
    ...{
      key: "alert",
      what: "Your e-mail address, the list you want to hear of and how often, if you confirm an alert",
    },
    why: "To write to you about new case studies, and for nothing else",
    seenBy: "Nobody",
    basis: "consent",
    howLong: `Until you stop it, which every e-mail can do, or your mailbox refuses ${mostRefusals} e-mails in a row`,
  },
  {
    ...{ key: "alertAsked", what: "An alert you asked for and have not confirmed" },
    why: "To ask you once whether it was you",
    seenBy: "Nobody",
    basis: "consent",
    ...ended(daysToConfirm, "day", "clear-alerts", "after you asked, if you do not confirm it"),
  },
  {
    ...{ key: "alertLetter", what: "That we sent you e-mails about an alert, never their text" },
    why: "So that none is sent twice",
    seenBy: "Nobody",
    basis: "consent",
    ...ended(daysKept, "day", "clear-alerts", "after each"),
  },
  {
    ...{ key: "letter", what: "That we wrote to you about a case study, never the text" },
    why: "So that nothing is sent twice, and editors see what did not arrive",
    seenBy: "Editors",
    howLong: "As long as the case study, or until you delete everything about you",
  },
  {
    ...{ key: "link", what: "That we sent you a link you asked for, and a code to know it by that opens nothing" },
    why: "So that nobody else can open what is yours",
    seenBy: "Nobody",
    ...ended(daysLettersKept, "day", "clear-links", "after we sent it. The link to a draft lasts as long as the draft"),
  },
  {
    ...{ key: "search", what: "Words that are looked for, counted by the hour, never by whom" },
    why: "To see what is missing",
    seenBy: "Editors",
    ...ended(daysSearchesKept, "day", "clear-searches", "after that hour"),
  },
  {
    ...{
      key: "count",
      what: "How often forms are sent from one connection and with one address, under codes that name neither",
    },
    why: "Against abuse",
    seenBy: "Nobody",
    ...ended(1, "day", "clear-limits", "after the first of them"),
  },
  {
    ...{ key: "editor", what: "An editor’s name, work e-mail address, role, and what they did and had open, and when" },
    why: "To know who decided what",
    seenBy: "Other editors",
    howLong: "As long as they edit, and after that until they have it deleted",
  },
  {
    ...{
      key: "secondFactor",
      what: "A key shared with an editor’s authenticator app, and the number their council’s account has",
    },
    why: "To know that it is them",
    seenBy: "Nobody",
    howLong: "As long as they edit, or until they set up another",
  },
  {
    ...{ key: "session", what: "That an editor is signed in, and since when" },
    why: "So that they need not sign in for every page",
    seenBy: "The editor",
    ...ended(daysSignedIn, "day", "clear-sessions", "after they signed in, or when they sign out"),
  },
  {
    ...{ key: "importFile", what: "A file of case studies that an editor brought and did not import" },
    why: "To import it",
    seenBy: "Editors",
    ...ended(daysFilesKept, "day", "clear-imports", "after it was brought"),
  },
  {
    ...{ key: "importReport", what: "What was found in each row of such a file" },
    why: "So that mistakes in it can be put right",
    seenBy: "Editors",
    ...ended(daysReportsKept, "day", "clear-imports", "after it was brought"),
  },
];

/** "90 days after you last changed it" */
export function howLong({ limit, howLong: words }: Kept): string {
  if (!limit) return words;
  const { after, unit } = limit;
  return `${after} ${after === 1 ? unit : `${unit}s`} ${words}`;
}
