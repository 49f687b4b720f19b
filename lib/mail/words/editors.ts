import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import type { Facts, Letter } from "../letters.ts";
import { hello, signedToStranger } from "./phrases.ts";

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
