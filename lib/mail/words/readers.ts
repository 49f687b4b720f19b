import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { daysAddressKept, isProblem } from "#lib/domain/suggestion.ts";
import type { Facts, Letter } from "../letters.ts";
import { about, called, hello, signed } from "./phrases.ts";

export function settle(facts: Facts): Letter {
  const { answer, kind } = facts.suggestion ?? { answer: "", kind: "" };
  const which = facts.title ? called(facts) : "a case study";
  const problem = isProblem(kind);
  return {
    subject: about(problem ? "What came of the problem you reported" : "What came of your suggestion", facts),
    greeting: hello(facts),
    paragraphs: [
      `${problem ? `You reported a problem with the page of ${which}` : `You suggested a change to ${which}`} on Casebook. An editor has looked at it, and it is settled.`,
      problem
        ? `If something is still wrong there, tell us from the same page. That you reported this is deleted ${daysAddressKept} days from now, and your address with it if we hold nothing else under it.`
        : "If something is still wrong there, suggest it from the same page.",
    ],
    ...(answer && { quote: { by: "The editor wrote:", words: answer } }),
    ...(facts.slug && { button: { text: "See the page", url: facts.site + mailedPaths.caseStudy(facts.slug) } }),
    closing: signed(facts),
  };
}
