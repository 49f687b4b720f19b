import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, called, hello, signed } from "./phrases.ts";

export function settle(facts: Facts): Letter {
  const answer = facts.suggestion?.answer ?? "";
  return {
    subject: about("What came of your suggestion", facts),
    greeting: hello(facts),
    paragraphs: [
      `You suggested a change to ${facts.title ? called(facts) : "a case study"} on Casebook. An editor has looked at it, and it is settled.`,
      "If something is still wrong there, suggest it from the same page.",
    ],
    ...(answer && { quote: { by: "The editor wrote:", words: answer } }),
    ...(facts.slug && { button: { text: "See the page", url: facts.site + mailedPaths.caseStudy(facts.slug) } }),
    closing: signed(facts),
  };
}
