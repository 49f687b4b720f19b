import type { ComponentProps } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeReact from "rehype-react";
import rehypeSanitize from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { asTyped } from "#lib/domain/advice/markdown/as-typed.ts";
import { misfitOfMarkdown } from "#lib/domain/template/markdown-bounds.ts";
import { headersWithWords, headingsInOrder, linksThatLead, namedTables, withoutNotes } from "./prose-plugins.ts";

// What contributors may write: headings, lists, links, bold, quotes and tables. Nothing else survives.
const allowed = {
  tagNames: [
    ...[
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "p",
      "ul",
      "ol",
      "li",
      "a",
      "strong",
      "em",
      "del",
      "blockquote",
      "br",
      "hr",
      "code",
      "pre",
    ],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: { a: ["href"], ol: ["start"] },
  protocols: { href: ["http", "https", "mailto"] },
  strip: ["script", "style"],
};

const components = { table: Table };

interface Props {
  text: string;
  /** Of the section, for ids that no other section has. */
  name: string;
  /** What a reader calls the section. */
  label: string;
}

/** Markdown as a page shows it. Raw HTML in it is shown as it was typed. */
export function Prose({ text, name, label }: Props) {
  return <div className="prose">{misfitOfMarkdown(text) ? <Plain text={text} /> : rendered(text, name, label)}</div>;
}

const rendered = (text: string, name: string, label: string) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(withoutNotes)
    .use(asTyped)
    .use(remarkRehype)
    .use(linksThatLead)
    .use(rehypeSanitize, allowed)
    .use(headingsInOrder)
    .use(headersWithWords)
    .use(rehypeSlug, { prefix: `${name}-` })
    .use(namedTables, label)
    .use(rehypeReact, { Fragment, jsx, jsxs, components })
    .processSync(text).result;

/** Words that would take the renderer too long, kept before they were refused: as they were typed. */
function Plain({ text }: { text: string }) {
  return text
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph, index) => <p key={index}>{paragraph}</p>);
}

/** A table wider than a phone scrolls by itself, and can be reached from the keyboard to do so. */
function Table({ "aria-label": name, ...table }: ComponentProps<"table">) {
  return (
    <section className="wide" tabIndex={0} aria-label={name}>
      <table className="figures" {...table} />
    </section>
  );
}
