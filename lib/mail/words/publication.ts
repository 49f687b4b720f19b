import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, atTime, called, calledFirst, hello, onDay, quoting, signed } from "./phrases.ts";
import { toProgress } from "./submission.ts";

export function schedule(facts: Facts): Letter {
  return {
    subject: about("Your case study has a publication date", facts),
    greeting: hello(facts),
    paragraphs: [
      facts.publishAt
        ? `${calledFirst(facts)} will be published at ${atTime(facts.publishAt)}.`
        : `A publication date was set for ${called(facts)}.`,
      "We will write to you with its address when it is there. You do not need to do anything now.",
    ],
    ...toProgress(facts),
    closing: signed(facts),
  };
}

export function unschedule(facts: Facts): Letter {
  return {
    subject: about("Your case study has no publication date for now", facts),
    greeting: hello(facts),
    paragraphs: [
      `The editors have taken back the publication date of ${called(facts)}.`,
      "It is still accepted. We will write to you when there is a new date or when it is published.",
    ],
    ...toProgress(facts),
    closing: signed(facts),
  };
}

export function publish(facts: Facts): Letter {
  return {
    subject: about("Your case study is published", facts),
    greeting: hello(facts),
    paragraphs: [
      facts.version > 1
        ? `A new version of ${called(facts)} is now on Casebook in place of the one before.`
        : `${calledFirst(facts)} is now on Casebook, where everybody can read it.`,
      "Share its address with anybody who might use it. Look at the page once yourself: if something is wrong, tell us and we will put it right.",
      ...whenAsked(facts),
    ],
    ...toPage(facts),
    closing: signed(facts),
  };
}

export function withdraw(facts: Facts): Letter {
  return {
    subject: about("Your case study has been withdrawn", facts),
    greeting: hello(facts),
    paragraphs: [
      `The editors have withdrawn ${called(facts)}.`,
      "Its page stays at the same address with a notice that gives this reason. It no longer appears in lists, searches or downloads.",
      `If you can put right what is wrong, or do not agree, write to ${facts.contact}.`,
    ],
    ...quoting("The editor wrote:", facts),
    ...toPage(facts),
    closing: signed(facts),
  };
}

export function restore(facts: Facts): Letter {
  return {
    subject: about("Your case study is back on Casebook", facts),
    greeting: hello(facts),
    paragraphs: [
      `${calledFirst(facts)} is no longer withdrawn.`,
      "The notice is gone from its page, and it appears in lists, searches and downloads again. You do not need to do anything.",
    ],
    ...quoting("The editor wrote:", facts),
    ...toPage(facts),
    closing: signed(facts),
  };
}

export function unpublish(facts: Facts): Letter {
  return {
    subject: about("Your case study has been taken off the site", facts),
    greeting: hello(facts),
    paragraphs: [
      `The editors have taken ${called(facts)} off Casebook. Readers can no longer open its page.`,
      "What you wrote is kept. Nothing you sent has been changed.",
      `If you do not agree, write to ${facts.contact} and say why.`,
    ],
    ...quoting("The editor wrote:", facts),
    closing: signed(facts),
  };
}

function whenAsked({ review, writtenAt }: Facts): string[] {
  if (!review) return [];
  const when = review.askedOn > writtenAt ? `On ${onDay(review.askedOn)}` : "Soon";
  const whom = { reader: "you", contact: "the contact on its page", author: "its author" }[review.whom];
  return [`${when} we will ask ${whom} whether it is still right.`];
}

function toPage({ slug, site }: Facts): Pick<Letter, "button"> {
  return slug ? { button: { text: "See the page", url: site + mailedPaths.caseStudy(slug) } } : {};
}
