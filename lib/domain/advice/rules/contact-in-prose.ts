import { questionsOf } from "../../template/templates.ts";
import { excerptAt } from "../excerpt.ts";
import type { Passage } from "../passages.ts";
import type { Finding, Rule, Version } from "../rule.ts";

const email = /(?<![\p{L}\p{N}.+_%-])[\p{L}\p{N}.+_%-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const date = String.raw`\d\d[.-]\d\d[.-]\d{2}`;
const phone = new RegExp(
  String.raw`(?<![\p{L}\p{N}£$€.,:/#-])(?!${date})(?:(?:\+|00)44[ .-]?(?:\(0\)[ .-]?)?|\(?0)` +
    String.raw`\d(?:[ ().-]{0,2}\d){6,10}(?![\d%:/]|[.,]\d)`,
  "gu",
);

/** E-mail addresses and United Kingdom telephone numbers in the prose, where nobody will keep them up to date. */
export const contactInProse: Rule = (version) =>
  version.passages.flatMap((passage) => {
    const found = [...passage.blocks.flatMap(({ text }) => inText(text)), ...inLinks(passage)];
    const once = new Map(found.toReversed().map((one) => [one.written, one]));
    return [...once.values()].toReversed().map((one) => finding(version, passage, one));
  });

interface Found {
  what: "e-mail address" | "phone number";
  written: string;
  excerpt: string;
}

function inText(text: string): Found[] {
  const emails = [...text.matchAll(email)].map((match) => ({ what: "e-mail address" as const, match }));
  const phones = [...text.matchAll(phone)]
    .filter(([number]) => isNumber(number))
    .map((match) => ({ what: "phone number" as const, match }));
  return [...emails, ...phones].map(({ what, match }) => ({
    what,
    written: match[0],
    excerpt: excerptAt(text, match.index),
  }));
}

const inLinks = ({ blocks }: Passage): Found[] =>
  blocks
    .flatMap(({ links }) => links)
    .filter(({ href }) => /^(?:mailto|tel):./i.test(href))
    .map(({ href, text }) => ({
      what: /^mailto/i.test(href) ? "e-mail address" : "phone number",
      written: href.replace(/^\w+:/, "").replace(/\?.*$/s, ""),
      excerpt: text,
    }));

/** Ten or eleven digits with the first nought, or one of the short free numbers. Reference numbers seldom fit. */
function isNumber(written: string): boolean {
  const digits = written
    .replace(/^(?:\+|00)44/, "")
    .replace(/\D/g, "")
    .replace(/^0/, "");
  return /^[1235789]\d{8,9}$/.test(digits) || /^8(?:00|45)\d{4}$/.test(digits);
}

function finding({ template }: Version, { section, question }: Passage, { what, excerpt }: Found): Finding {
  const contact = questionsOf(template).find(({ kind }) => kind === "contact");
  const instead = contact
    ? `Give it under “${contact.label}” instead, where it can be kept up to date.`
    : "It stays on a public page after it has changed.";
  return { section, question, message: `Take the ${what} out of the text. ${instead}`, excerpt };
}
