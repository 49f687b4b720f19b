import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { yearsOn } from "#lib/domain/upkeep/enquiries.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, askUs, called, calledFirst, hello, onDay } from "./phrases.ts";

export function askReview(facts: Facts): Letter {
  return {
    subject: about("Is it still right", facts),
    greeting: greet(facts),
    paragraphs: [
      `${calledFirst(facts)} is on Casebook, the case study directory for local government, and ${why(facts)}.`,
      `Read the page once. Is it still right? ${byWhen(facts)} It takes a minute, and you need no account.`,
      "You can answer that it is still right, that something needs to change, or that you are not the person to ask.",
    ],
    ...toAnswer(facts, "Answer the question"),
    closing: closing(facts),
  };
}

/** A day that is still to come when the letter leaves. */
const byWhen = ({ enquiry, writtenAt }: Facts) =>
  enquiry && enquiry.dueOn > writtenAt
    ? `Tell us by ${onDay(enquiry.dueOn)}.`
    : "It was due to be looked at, so tell us as soon as you can.";

export function remindReview(facts: Facts): Letter {
  return {
    subject: about("A reminder: is it still right", facts),
    greeting: greet(facts),
    paragraphs: [
      `We wrote to you about ${called(facts)}, and have had no answer. Is what its page says still right?`,
      facts.enquiry?.shown
        ? "Readers are shown you as the contact. If we hear nothing from you, the page will say that it is due for review, and after some weeks it will no longer show you."
        : "If we hear nothing, the page will say that it is due for review.",
    ],
    ...toAnswer(facts, "Answer the question"),
    closing: closing(facts),
  };
}

export function askFollowUp(facts: Facts): Letter {
  return {
    subject: about("What happened next", facts),
    greeting: greet(facts),
    paragraphs: [
      `It is ${years(facts)} since ${called(facts)} was published on Casebook, the case study directory for local government.`,
      "What happened next? Is it still running, did the results last, what would you do differently now? A few sentences are enough, and what did not work helps other councils as much as what did.",
      "An editor reads what you write. It then stands on the page with its date.",
    ],
    ...toAnswer(facts, "Say what happened next"),
    closing: closing(facts),
  };
}

export function remindFollowUp(facts: Facts): Letter {
  return {
    subject: about("A reminder: what happened next", facts),
    greeting: greet(facts),
    paragraphs: [
      `We asked you what happened next with ${called(facts)}. Other councils would like to know, and a few sentences are enough.`,
      "This is the last e-mail about it. If there is nothing to tell, do nothing.",
    ],
    ...toAnswer(facts, "Say what happened next"),
    closing: closing(facts),
  };
}

export function publishFollowUp(facts: Facts): Letter {
  const { followUp } = facts.enquiry ?? {};
  const edited = followUp && followUp.text !== followUp.told;
  return {
    subject: about("What you told us is on the page", facts),
    greeting: greet(facts),
    paragraphs: [
      `What you wrote about ${called(facts)} is now on its page, with its date. Thank you for telling others.`,
      ...(edited ? ["An editor has changed some of its words. This is what readers see."] : []),
    ],
    ...(followUp && { quote: { by: "On the page:", words: followUp.text } }),
    ...toPage(facts),
    closing: closing(facts),
  };
}

export function declineFollowUp(facts: Facts): Letter {
  const { followUp } = facts.enquiry ?? {};
  return {
    subject: about("What you told us was not published", facts),
    greeting: greet(facts),
    paragraphs: [
      `An editor has read what you wrote about ${called(facts)} and has not put it on the page.`,
      "If you want to write it differently, answer this e-mail.",
    ],
    ...(followUp && { quote: { by: "The reason:", words: followUp.reason } }),
    ...toPage(facts),
    closing: closing(facts),
  };
}

/** A contact has a name of its own; an author has that of whoever signs in. */
const greet = (facts: Facts) => hello({ ...facts, name: facts.enquiry?.name || facts.name });

const why = ({ enquiry }: Facts) =>
  enquiry?.shown ? "its page names you as the contact" : "you are the one who submitted it";

function years({ enquiry }: Facts): string {
  if (!enquiry || enquiry.kind === "review") return "some time";
  return yearsOn[enquiry.kind] === 1 ? "a year" : "three years";
}

function toAnswer({ enquiry, slug, site }: Facts, text: string): Pick<Letter, "button" | "ways"> {
  return {
    ...(enquiry && { button: { text, url: site + mailedPaths.enquiry(enquiry.token) } }),
    ...(slug && { ways: [{ text: "Read the page", url: site + mailedPaths.caseStudy(slug) }] }),
  };
}

const toPage = ({ slug, site }: Facts): Pick<Letter, "button"> =>
  slug ? { button: { text: "Read the page", url: site + mailedPaths.caseStudy(slug) } } : {};

const closing = (facts: Facts) => [
  "You can have your details removed from the page, and from our records, at any time.",
  askUs(facts),
  "The Casebook editors",
];
