import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { hello, signed, signedToStranger } from "./phrases.ts";

export function signIn(facts: Facts): Letter {
  return {
    subject: "The link to sign in to Casebook",
    greeting: hello(facts),
    paragraphs: [
      "You asked for a link to sign in as an editor.",
      "It works once, for ten minutes. Nobody from Casebook will ever ask you for it.",
    ],
    ...(facts.link && { button: { text: "Sign in", url: facts.site + mailedPaths.signInLink(facts.link.token) } }),
    closing: signedToStranger(facts, "asked for it"),
  };
}

export function invite(facts: Facts): Letter {
  return {
    subject: "You can edit case studies on Casebook",
    greeting: hello(facts),
    paragraphs: [
      "An administrator has made you an editor of Casebook, where councils tell each other what they have tried.",
      "To begin, open the page below and type this e-mail address. We send a link that signs you in; there is no password. You will also need an app on your phone that shows codes.",
    ],
    button: { text: "Sign in", url: facts.site + mailedPaths.signIn },
    closing: signed(facts),
  };
}
