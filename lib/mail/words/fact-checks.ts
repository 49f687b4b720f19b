import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { verdicts } from "#lib/domain/workflow/fact-checks.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, askUs, called, calledWithCouncil, hello, onDay, quoting, withNumber } from "./phrases.ts";

export function askFactCheck(facts: Facts): Letter {
  const { name = "", until, token } = facts.factCheck ?? {};
  const asker = facts.actor || "An editor";
  return {
    subject: about("Can you check the facts", facts),
    greeting: hello({ ...facts, name }),
    paragraphs: [
      `${asker} of Casebook, the case study directory for local government, asks you to check the facts in ${calledWithCouncil(facts)} before it is published.`,
      "Open the link below to read it. You can write a comment beside each section, and say at the end whether the facts are right. You need no account.",
      `The text is not public. Share the link only with people who help you to check it.${until ? ` It works until ${onDay(until)}.` : ""}`,
    ],
    ...quoting(`${asker} wrote:`, facts),
    ...(token && { button: { text: "Check the facts", url: facts.site + mailedPaths.factCheck(token) } }),
    closing: [
      "If you are not the person to ask, do nothing, or tell us who is.",
      askUs(facts),
      "We use your name and address for this question alone. You can have them removed at any time.",
      "The Casebook editors",
    ],
  };
}

export function answerFactCheck(facts: Facts): Letter {
  const { name, verdict, remarks = [] } = facts.factCheck ?? {};
  const words = remarks.map(({ title, text }) => `${title}: ${text}`).join("\n\n");
  return {
    subject: about("The facts were checked", facts),
    greeting: hello(facts),
    paragraphs: [
      `${name || "Whoever was asked"} has checked the facts in ${called(facts)}` +
        `${verdict ? ` and says: “${verdicts[verdict]}.”` : "."}${withNumber(facts)}`,
      "The answer is in its history, with the revision it is about. What you do with it is for you to decide.",
    ],
    ...(words && { quote: { by: `${name || "They"} wrote:`, words } }),
    closing: ["Casebook"],
  };
}
