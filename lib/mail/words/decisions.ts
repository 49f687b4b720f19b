import type { Facts, Letter } from "../letters.ts";
import { about, called, hello, quoting, signed } from "./phrases.ts";
import { toProgress } from "./submission.ts";

export function requestChanges(facts: Facts): Letter {
  return {
    subject: about("Changes needed to your case study", facts),
    greeting: hello(facts),
    paragraphs: [
      `An editor has read ${called(facts)} and asks you to change some things before it can be published.`,
      "Open the link below to see any comments beside the sections, make the changes and send it again." +
        (facts.edited ? "" : " What you wrote is all there."),
      ...(facts.edited
        ? [
            "An editor has also changed some of your words: see there what was changed, and change back what is not right before you send it.",
          ]
        : []),
    ],
    ...quoting("The editor wrote:", facts),
    ...toProgress(facts, "See what to change"),
    closing: signed(facts),
  };
}

export function remindOfChanges(facts: Facts): Letter {
  return {
    subject: about("The editors wait for your changes", facts),
    greeting: hello(facts),
    paragraphs: [
      `Some weeks ago an editor asked you to change some things in ${called(facts)} before it can be published. It has not come back to us since.`,
      "Open the link below to see what was asked, make the changes and send it again. What you have saved is all there. If you need more time, take it.",
      "If you no longer want it published, you can take it back there, or write to us.",
    ],
    ...quoting("The editor wrote:", facts),
    ...toProgress(facts, "See what to change"),
    closing: signed(facts),
  };
}

export function accept(facts: Facts): Letter {
  return {
    subject: about("Your case study has been accepted", facts),
    greeting: hello(facts),
    paragraphs: [
      `An editor has accepted ${called(facts)} for publication.`,
      "It is not on the site yet. We will write to you with its address when it is published, or with the day if one is set.",
      "You do not need to do anything now.",
    ],
    ...toProgress(facts),
    closing: signed(facts),
  };
}

export function reopen(facts: Facts): Letter {
  return {
    subject: about("Your case study is being looked at again", facts),
    greeting: hello(facts),
    paragraphs: [
      `We told you that ${called(facts)} had been accepted. An editor is now looking at it again, so it will not be published for the moment.`,
      "We will write to you when there is a decision. You do not need to do anything unless the editor asks you to.",
    ],
    ...quoting("The editor wrote:", facts),
    ...toProgress(facts),
    closing: signed(facts),
  };
}

export function decline(facts: Facts): Letter {
  return {
    subject: about("Your case study will not be published", facts),
    greeting: hello(facts),
    paragraphs: [
      `The editors have decided not to publish ${called(facts)}.`,
      "You can still read what you sent through the link below, and you are welcome to submit another case study.",
      `If you think we have missed something, write to ${facts.contact} and say what.`,
    ],
    ...quoting("The editor wrote:", facts),
    ...toProgress(facts, "See what you sent"),
    closing: signed(facts),
  };
}
