import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, called, calledFirst, hello, onDay, quoting, signed, signedToStranger } from "./phrases.ts";

/** The way to the page that shows how a submission is getting on. */
export function toProgress({ link, site }: Facts, text = "See how it is getting on"): Pick<Letter, "button"> {
  return link ? { button: { text, url: site + mailedPaths.track(link.token) } } : {};
}

export function submit(facts: Facts): Letter {
  return {
    subject: about("We have received your case study", facts),
    greeting: hello(facts),
    paragraphs: [
      `We have received ${called(facts)}. Its reference number is ${facts.reference}.`,
      "An editor will read it. They publish it, or ask you for changes, or decline it and say why. We write to you at each step.",
      "You do not need to do anything now. The link below shows where it is in the queue and what has happened so far. You can take it back there while nobody has decided.",
    ],
    ...toProgress(facts),
    closing: signed(facts),
  };
}

export const confirmAddress = (facts: Facts): Letter =>
  askingToConfirm(facts, {
    // Whoever types somebody else's address must not choose the words of the subject as well.
    subject: "Confirm your e-mail address to submit your case study",
    opening: `You have submitted ${called(facts)} to Casebook. Its reference number is ${facts.reference}.`,
  });

export const remindToConfirm = (facts: Facts): Letter =>
  askingToConfirm(facts, {
    subject: "Your case study has not reached the editors yet",
    opening: `You submitted ${called(facts)} to Casebook some days ago, and have not confirmed your e-mail address. Its reference number is ${facts.reference}.`,
  });

function askingToConfirm(facts: Facts, { subject, opening }: { subject: string; opening: string }): Letter {
  const until = facts.link?.until;
  return {
    subject,
    greeting: hello(facts),
    paragraphs: [
      opening,
      "We do not know yet that this e-mail address is yours, so no editor has seen it. Open the link below and press the button on its page. Then it goes to the editors.",
      `The link works once${until ? `, until ${onDay(until)}` : ""}.`,
    ],
    ...(facts.link && {
      button: { text: "Confirm your e-mail address", url: facts.site + mailedPaths.confirmEmail(facts.link.token) },
    }),
    closing: signedToStranger(facts, "submitted it"),
  };
}

export function release(facts: Facts): Letter {
  return {
    subject: about("Your case study has been checked", facts),
    greeting: hello(facts),
    paragraphs: [
      `${calledFirst(facts)} was set aside for a check. The check is done.`,
      facts.state === "unconfirmed"
        ? "No editor reads it until you have confirmed your e-mail address. The link for that is in our earlier e-mail, and the page below sends you another."
        : "It is back in the queue, and an editor will read it. You do not need to do anything now.",
    ],
    ...quoting("The editors wrote:", facts),
    ...toProgress(facts),
    closing: signed(facts),
  };
}
