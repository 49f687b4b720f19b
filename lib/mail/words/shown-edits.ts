import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, called, calledWithCouncil, hello, onDay, quoting, signed, withNumber } from "./phrases.ts";

const toEditors = ["Casebook"];

export function showEdits(facts: Facts): Letter {
  const { link, site, answerBy } = facts;
  return {
    subject: about("Read the edited text of your case study", facts),
    greeting: hello(facts),
    paragraphs: [
      `An editor has accepted ${called(facts)} for publication and changed some of its words. You asked to see them first.`,
      "Open the link below to read the text as it will be published. Say there that it can be published like this, or write what you think of it." +
        (answerBy ? ` We wait for your answer until the end of ${onDay(answerBy)}.` : ""),
      "If we hear nothing by then, the editors may publish it as it is.",
    ],
    ...(link && { button: { text: "Read the edited text", url: site + mailedPaths.trackEdits(link.token) } }),
    closing: signed(facts),
  };
}

export function approveEdits(facts: Facts): Letter {
  return {
    subject: about("The council agrees to the edited text", facts),
    greeting: hello(facts),
    paragraphs: [
      `The author of ${calledWithCouncil(facts)} has read the edited text and agrees to it.${withNumber(facts)}`,
      "It can be published now, or given a date.",
    ],
    closing: toEditors,
  };
}

export function commentOnEdits(facts: Facts): Letter {
  return {
    subject: about("The council comments on the edited text", facts),
    greeting: hello(facts),
    paragraphs: [
      `The author of ${calledWithCouncil(facts)} has read the edited text and has comments.${withNumber(facts)}`,
      `To change it, open it again; when it is accepted the author is shown the new text. ${waiting(facts)}`,
    ],
    ...quoting("They wrote:", facts),
    closing: toEditors,
  };
}

const waiting = ({ answerBy }: Facts) =>
  answerBy ? `As it is, it can be published after ${onDay(answerBy)}.` : "As it is, it can be published now.";
