export interface Link {
  text: string;
  href: string;
}

/** A run of text as a reader sees it, and the links in it. Web addresses are taken out of the text. */
export interface Inline {
  text: string;
  links: Link[];
}

const address = /(?:https?:\/\/|(?<![\p{L}\p{N}.])www\.)[^\s<>]*[^\s<>.,;:!?'"’”*_)\]]/giu;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };

// No part may read past where the next one could begin, or a page of opening brackets would take a minute.
const words = /(?<image>!?)\[(?<words>(?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]/u;
const target = /\s*(?:<(?<wrapped>[^<>]*)>|(?<href>(?:[^\s()\\<]|\\.|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*/u;
const markup = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/u.source,
    /(?<!`)(?<ticks>`{1,3})(?!`)(?<code>[^`]+)\k<ticks>(?!`)/u.source,
    `${words.source}(?:\\(${target.source}\\)|${/\[[^[\]]*\]/u.source})`,
    /<(?<auto>(?:https?|mailto|tel):[^<>\s]*)>/u.source,
    /<(?<mail>[^<>\s@]+@[^<>\s@]+)>/u.source,
    `(?<bare>${address.source})`,
    /&(?<entity>amp|lt|gt|quot|nbsp|#39);/u.source,
  ].join("|"),
  "giu",
);

/** Reads Markdown within one paragraph. Web addresses come out as nothing, code as its words, and tags as they were typed. */
export function inlineOf(markdown: string): Inline {
  const links: Link[] = [];
  const text = markdown.replace(markup, (...match) => {
    const found = match.at(-1) as Record<string, string | undefined>;
    if (found["words"] !== undefined) {
      const seen = inlineOf(found["words"]).text;
      links.push({ text: seen || found["words"].trim(), href: found["wrapped"] ?? found["href"] ?? "" });
      return `${found["image"]}${seen}`;
    }
    const shown = found["auto"] ?? found["bare"];
    if (shown !== undefined) links.push({ text: shown, href: shown });
    return found["escaped"] ?? found["code"] ?? found["mail"] ?? entities[found["entity"] ?? ""] ?? "";
  });
  return { text: withoutEmphasis(text), links };
}

const withoutEmphasis = (text: string) =>
  text
    .replace(/\*+|~{2,}|(?<![\p{L}\p{N}_])_+|(?<!_)_+(?![\p{L}\p{N}_])/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** Text without the web addresses in it. */
export const withoutAddresses = (text: string): string => text.replace(address, "").replace(/\s+/g, " ").trim();

export const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)/i.test(text);
