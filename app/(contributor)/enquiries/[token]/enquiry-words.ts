import { yearsOn, yearsOnInWords, type EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";

/** What the page says that asks. */
export function wordsFor(kind: EnquiryKind) {
  if (kind === "review")
    return {
      title: "Is it still right?",
      question: "What do you say to the editors?",
      label: "What needs to change, or who is the person to ask?",
      help: "Leave it empty if it is still right. What you write goes to the editors, who write back to you.",
    };
  return {
    title: `${yearsOnInWords(yearsOn[kind])}: what happened next?`,
    question: "What do you want to tell us?",
    label: "What happened next?",
    help: "Is it still running? Did the results last, and how do you know? What would you do differently now? An editor reads it before it stands on the page. Name no person who does not want to be named.",
  };
}
