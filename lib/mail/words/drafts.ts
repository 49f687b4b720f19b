import { isSentBack } from "#lib/domain/workflow/states.ts";
import { deletionDay } from "#lib/domain/workflow/old-drafts.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, called, hello, onDay, signed, signedToStranger } from "./phrases.ts";

const keepIt =
  "Anybody who has this link can read and change the draft. Share it only with people who write it with you.";

export function start(facts: Facts): Letter {
  if (facts.state && isSentBack(facts.state)) return sentBack(facts);
  const next = facts.version > 1;
  return {
    // Whoever types somebody else's address must not choose the words of the subject as well.
    subject: next ? about("Your draft of the next version", facts) : "The link to your draft case study",
    greeting: hello(facts),
    paragraphs: [
      next
        ? `You have started the next version of ${called(facts)}. The published page stays as it is until the new version replaces it.`
        : "You have started a case study on Casebook.",
      "Use the link below to carry on writing, today or later, on this device or another. What you save is kept there.",
      keepIt,
      `A draft that nobody touches for ${facts.draftDays.deletion} days is deleted. We will write to you before that.`,
    ],
    ...toDraft(facts),
    closing: signedToStranger(facts, "started a case study"),
  };
}

/** To whoever asks for the link to what an editor has sent back. */
const sentBack = (facts: Facts): Letter => ({
  // Whoever types somebody else's address must not choose the words of the subject as well.
  subject: "The link to your case study, to make the changes asked for",
  greeting: hello(facts),
  paragraphs: [
    "You asked for the link to a case study on Casebook that an editor has sent back with changes to make.",
    "Use the link below to make them. What you save is kept there, and the editors see it when you send it again.",
    keepIt,
  ],
  ...toDraft(facts),
  closing: signedToStranger(facts, "asked for it"),
});

export function staleDraft(facts: Facts): Letter {
  const { draftDays, touchedAt, writtenAt } = facts;
  const deletedOn = touchedAt && deletionDay(touchedAt, writtenAt, draftDays);
  return {
    subject: about("Your draft will be deleted soon", facts),
    greeting: hello(facts),
    paragraphs: [
      touchedAt
        ? `Nobody has worked on your draft of ${called(facts)} since ${onDay(touchedAt)}.`
        : `Nobody has worked on your draft of ${called(facts)} for ${draftDays.reminder} days.`,
      `Drafts that nobody touches for ${draftDays.deletion} days are deleted, with their files. ` +
        (deletedOn ? `Yours will be deleted on ${onDay(deletedOn)}.` : "Yours will be deleted then."),
      "To keep it, open it, change something and save. To let it go, do nothing.",
    ],
    ...toDraft(facts),
    closing: signed(facts),
  };
}

export function mine(facts: Facts): Letter {
  const until = facts.link?.until;
  return {
    subject: "The link to your case studies",
    greeting: hello(facts),
    paragraphs: [
      "You asked for the list of your case studies: your drafts, what you have submitted, what is published and your alerts.",
      `Anybody who has this link can see the list and what we hold about you, and have it deleted, so keep it to yourself.${until ? ` It works until ${onDay(until)}.` : ""}`,
    ],
    ...(facts.link && {
      button: { text: "See your case studies", url: facts.site + mailedPaths.myCaseStudies(facts.link.token) },
    }),
    closing: signedToStranger(facts, "asked for this link"),
  };
}

export function erase(facts: Facts): Letter {
  const until = facts.link?.until;
  return {
    subject: "Confirm that everything about you is to be deleted",
    greeting: hello(facts),
    paragraphs: [
      "Somebody has asked us, on the page of a case study with your e-mail address, to delete everything we hold about you.",
      "Open the link below to see what would be deleted and what would stay. Nothing more is deleted until you press the button there." +
        (until ? ` The link works until ${onDay(until)}.` : ""),
    ],
    ...(facts.link && {
      button: { text: "See what would be deleted", url: facts.site + mailedPaths.erase(facts.link.token) },
    }),
    closing: signedToStranger(facts, "asked for this"),
  };
}

function toDraft({ link, site }: Facts): Pick<Letter, "button"> {
  return link ? { button: { text: "Go to your draft", url: site + mailedPaths.draft(link.token) } } : {};
}
