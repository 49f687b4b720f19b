import type { Item, Letter } from "./letters.ts";
import { asOneLine } from "./one-line.ts";

/** The house colours, light in the element itself and dark by class: many mail programs drop one or the other. */
const look = {
  paper: { light: "background:#ffffff;color:#14222b", dark: "background:#171512;color:#f2eee5" },
  name: { light: "color:#0a4f54;border-color:#14222b", dark: "color:#8fd6d0;border-color:#f2eee5" },
  quote: { light: "background:#f4f2ec;border-color:#0a4f54", dark: "background:#211e1a;border-color:#8fd6d0" },
  button: {
    light: "background:#0a4f54;border-color:#0a4f54;color:#ffffff",
    dark: "background:#8fd6d0;border-color:#8fd6d0;color:#0c2023",
  },
  line: { light: "border-color:#d8d4c8", dark: "border-color:#423d35" },
  link: { light: "color:#0a5c7a", dark: "color:#8fd0ea" },
  soft: { light: "color:#4a5963", dark: "color:#bfb8aa" },
};

const font = "font:18px/1.55 'Atkinson Hyperlegible Next',Arial,Helvetica,sans-serif";
const darkRules = Object.entries(look)
  .map(([name, { dark }]) => `.${name}{${dark.replaceAll(/(?=;|$)/g, "!important")}}`)
  .join("");

/** A letter as HTML that needs nothing from anywhere else. */
export function renderHtml(letter: Letter): string {
  const { subject, greeting, paragraphs, quote, items = [], button, closing, ways = [] } = letter;
  const [first, ...others] = paragraphs;
  const body = [
    element("p", "name", "margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid;font-weight:700", "Casebook"),
    ...(greeting ? [paragraph(greeting)] : []),
    paragraph(first),
    ...(quote ? [paragraph(quote.by), quotation(quote.words)] : []),
    ...others.map(paragraph),
    ...items.map(itemised),
    ...(button ? [linkTo(button)] : []),
    ...closing.map(paragraph),
    ...ways.map(({ text, url }) => `<p style="margin:0 0 8px">${link(text, url)}</p>`),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(asOneLine(subject))}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${darkRules}}</style>
</head>
<body class="paper" style="margin:0;padding:0;${look.paper.light}">
<div class="paper" style="max-width:600px;margin:0 auto;padding:24px 16px;${look.paper.light};${font}">
${body.join("\n")}
</div>
</body>
</html>
`;
}

const paragraph = (text: string) => `<p style="margin:0 0 20px">${escape(text)}</p>`;

/** Line ends and what lines begin with are kept by mark-up: not every mail program knows `white-space`. */
function quotation(words: string): string {
  const lines = words
    .split(/\r\n?|\n|[\u0085\u2028\u2029]/)
    .map((line) => escape(line).replace(/^\s+/, (spaces) => "&nbsp;".repeat(spaces.length)));
  const style = "margin:0 0 20px;padding:12px 16px;border-left:4px solid";
  return element("blockquote", "quote", style, lines.join("<br>"));
}

/** One of several equals: a hairline, the title as the link, whose it is and when, and what it is about. */
function itemised({ title, url, about, words }: Item): string {
  const heading = `<h2 style="margin:0 0 4px;font-size:20px;line-height:1.3">${link(title, url)}</h2>`;
  const small = element("p", "soft", "margin:0 0 4px;font-size:16px", escape(about));
  return element(
    "div",
    "line",
    "margin:0 0 20px;padding:16px 0 0;border-top:1px solid",
    `${heading}${small}<p style="margin:0">${escape(words)}</p>`,
  );
}

const link = (text: string, url: string) =>
  `<a href="${escape(url)}" class="link" style="${look.link.light}">${escape(text)}</a>`;

function linkTo({ text, url }: { text: string; url: string }): string {
  const style = "display:inline-block;border:12px solid;border-width:10px 16px;font-weight:700;text-decoration:none";
  const address = escape(url);
  const pressed = `<a href="${address}" class="button" style="${style};${look.button.light}">${escape(text)}</a>`;
  const hint = `If the button does not work, copy this address into your browser:<br>${address}`;
  return `<p style="margin:0 0 12px">${pressed}</p>\n${element("p", "soft", "margin:0 0 20px;font-size:16px;word-break:break-all", hint)}`;
}

const element = (name: string, kind: keyof typeof look, style: string, content: string) =>
  `<${name} class="${kind}" style="${style};${look[kind].light}">${content}</${name}>`;

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
