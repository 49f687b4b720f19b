import { destinationOf } from "../../addresses/destination.ts";
import { excerptAt } from "../excerpt.ts";
import { isAddress, type Link } from "../markdown/inline.ts";
import type { Block } from "../markdown/blocks.ts";
import type { Rule } from "../rule.ts";
import { rowsOf } from "../rows.ts";

const saysNothing = new Set([
  ...["click here", "click", "here", "read more", "more", "find out more", "learn more", "see more", "see here"],
  ...["link", "this link", "this page", "this", "more information", "more info", "download", "website", "view"],
]);
const forAddress = "Say in words what this link leads to, instead of showing its address.";
const nowhere = "This link leads nowhere: start its address with https:// so that readers can follow it.";
const forWords = "Say what this link leads to, such as the name of the page or report.";

/** Links that lead nowhere, or do not say where, which is all that some people hear or see of them. */
export const linkText: Rule = (version) => [...inProse(version), ...inRows(version)];

const inProse: Rule = ({ passages }) =>
  passages.flatMap(({ section, question, blocks }) =>
    blocks
      .flatMap((block) => [...block.links.flatMap(readProseLink), ...clicksIn(block)])
      .map((found) => ({ section, question, ...found })),
  );

const inRows: Rule = ({ template, answers }) =>
  template.sections.flatMap((section) =>
    section.questions
      .filter(({ kind }) => kind === "links")
      .flatMap(({ key }) =>
        rowsOf(answers[key], ["title"])
          .flatMap(({ title }) => readLink(title))
          .map((found) => ({ section: section.key, question: key, ...found })),
      ),
  );

/**
 * What a link says matters only where it leads somewhere. Where a reference leads is written elsewhere, and numbers to ring are
 * another rule's.
 */
const readProseLink = ({ text, href }: Link) =>
  href === "" || /^tel:/i.test(href) || destinationOf(href) !== null
    ? readLink(text)
    : [{ message: nowhere, excerpt: excerptAt(text, 0) }];

function readLink(text: string) {
  const excerpt = excerptAt(text, 0);
  if (isAddress(text)) return [{ message: forAddress, excerpt }];
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, "")
    .trim();
  return saysNothing.has(words) ? [{ message: forWords, excerpt }] : [];
}

/** "Click here" whose link was lost on the way from a document. Where links are left, they are judged by themselves. */
function clicksIn({ text, links }: Block) {
  if (links.length > 0) return [];
  return [...text.matchAll(/(?<!\p{L})click (?:here|this link|on this link)(?!\p{L})/giu)].map(({ index }) => ({
    message: forWords,
    excerpt: excerptAt(text, index),
  }));
}
