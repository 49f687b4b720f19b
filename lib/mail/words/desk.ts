import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { problemName, workingDaysToLook } from "#lib/domain/suggestion.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, calledWithCouncil, hello } from "./phrases.ts";

const signature = ["Casebook"];
const givenNumber = ({ reference }: Facts) => `Its reference number is ${reference}.`;
const toDesk = ({ site, versionId }: Facts): Pick<Letter, "button"> =>
  versionId ? { button: { text: "Open it", url: site + mailedPaths.review(versionId) } } : {};
const somebody = ({ actor }: Facts, otherwise: string) => actor || otherwise;

export function confirm(facts: Facts): Letter {
  return {
    subject: about("New in the queue", facts),
    paragraphs: [
      `A case study has come in: ${calledWithCouncil(facts)}. ${givenNumber(facts)}`,
      "Its author has confirmed their e-mail address. It waits in the queue for an editor to take it.",
    ],
    ...toDesk(facts),
    closing: signature,
  };
}

export function take(facts: Facts): Letter {
  return {
    subject: about("Assigned to you", facts),
    greeting: hello(facts),
    paragraphs: [
      `${somebody(facts, "An editor")} has assigned ${calledWithCouncil(facts)} to you. ${givenNumber(facts)}`,
      "It is in review, and the next step is yours.",
    ],
    ...toDesk(facts),
    closing: signature,
  };
}

export function handOver(facts: Facts): Letter {
  return {
    subject: about("Handed over to you", facts),
    greeting: hello(facts),
    paragraphs: [
      `${somebody(facts, "A colleague")} has handed ${calledWithCouncil(facts)} over to you. ${givenNumber(facts)}`,
      "It is in review, and the next step is yours. Earlier comments and decisions are in its history.",
    ],
    ...toDesk(facts),
    closing: signature,
  };
}

export function notPublished(facts: Facts): Letter {
  return {
    subject: about("Not published at its time", facts),
    greeting: hello(facts),
    paragraphs: [
      `${calledWithCouncil(facts)} was to be published by now, and could not be. ${givenNumber(facts)}`,
      "Something in it cannot stay, such as a topic that was retired meanwhile: its page says what. Open it again, correct it and publish it. Its council was told the time.",
    ],
    ...toDesk(facts),
    closing: signature,
  };
}

export function takeBack(facts: Facts): Letter {
  return {
    subject: about("Taken back by its author", facts),
    greeting: hello(facts),
    paragraphs: [
      `The author of ${calledWithCouncil(facts)} has taken it back to go on writing. ${givenNumber(facts)}`,
      "It is a draft again and no longer yours. You do not need to do anything. If it is sent again, it comes to the queue.",
    ],
    closing: signature,
  };
}

export function suggestion(facts: Facts): Letter {
  const { text, from } = facts.suggestion ?? { text: "", from: "" };
  return {
    subject: about("A change is suggested", facts),
    paragraphs: [
      `A reader suggests a change to ${calledWithCouncil(facts)}, which is published.`,
      from ? `To ask back, or to say what came of it, write to ${from}.` : "They have left no address to answer to.",
    ],
    ...(text && { quote: { by: from ? `${from} wrote:` : "They wrote:", words: text } }),
    ...(facts.slug && { button: { text: "See the page", url: facts.site + mailedPaths.caseStudy(facts.slug) } }),
    closing: signature,
  };
}

export function problem(facts: Facts): Letter {
  const { kind, text, from } = facts.suggestion ?? { kind: "", text: "", from: "" };
  const name = problemName(kind);
  return {
    subject: about("A problem is reported", facts),
    paragraphs: [
      `A reader reports a problem with the page of ${calledWithCouncil(facts)}.${name && ` Its kind: ${name.toLowerCase()}.`} ` +
        `They were told that an editor looks at it within ${workingDaysToLook} working days.`,
      from ? `To ask back, write to ${from}.` : "They have left no address to answer to.",
    ],
    ...(text && { quote: { by: from ? `${from} wrote:` : "They wrote:", words: text } }),
    button: { text: "See what is reported", url: `${facts.site}${mailedPaths.problems}` },
    closing: signature,
  };
}

export function mentions(facts: Facts): Letter {
  return {
    subject: about("Words to redact", facts),
    paragraphs: [
      `Words in ${calledWithCouncil(facts)} name somebody who asked to be deleted.${facts.reference && ` ${givenNumber(facts)}`}`,
      "Read it and redact them. They may stand in any revision of it, in a reason, a comment, a fact check, a suggestion or the name of a file. " +
        "We cannot say whom they name, because we keep nothing about that person.",
    ],
    ...(facts.slug && { button: { text: "See the page", url: facts.site + mailedPaths.caseStudy(facts.slug) } }),
    closing: signature,
  };
}
