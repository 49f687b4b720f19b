import { destinationOf } from "../addresses/destination.ts";
import { blocksOf } from "../advice/markdown/blocks.ts";
import type { Answers, Link } from "../template/answers.ts";
import type { Template } from "../template/questions.ts";
import { questionsOf } from "../template/templates.ts";

/** Every web address that the words of a case study lead to, once each, in their order. */
export function linksIn(template: Template, answers: Answers): string[] {
  const found = questionsOf(template).flatMap(({ key, kind }) => {
    const answer = answers[key];
    if (kind === "links") return ((answer as Link[] | undefined) ?? []).map(({ url }) => url);
    if (kind === "markdown")
      return blocksOf(String(answer ?? "")).flatMap(({ links }) => links.map(({ href }) => href));
    return [];
  });
  return [...new Set(found.flatMap(webAddress))];
}

/** Longer than browsers and servers can be relied on to take. */
const longest = 2000;

/** What stands behind # is for the browser. */
function webAddress(text: string): string[] {
  const given = destinationOf(text);
  if (given === null || !URL.canParse(given)) return [];
  const url = new URL(given);
  url.hash = "";
  return /^https?:$/.test(url.protocol) && url.href.length <= longest ? [url.href] : [];
}
