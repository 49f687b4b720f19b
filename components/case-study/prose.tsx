import type { ComponentProps } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeReact from "rehype-react";
import rehypeSanitize from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

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

// The section's own heading is an h2, so whatever level was typed begins below it.
const components = { h1: "h3", h2: "h3", h5: "h4", h6: "h4", table: Table };

/** Markdown as a page shows it. Raw HTML in it comes out as nothing. @param name of the section, for ids that no other section has */
export function Prose({ text, name }: { text: string; name: string }) {
  const content = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSanitize, allowed)
    .use(rehypeSlug, { prefix: `${name}-` })
    .use(rehypeReact, { Fragment, jsx, jsxs, components })
    .processSync(text).result;
  return <div className="prose">{content}</div>;
}

/** A table wider than a phone scrolls by itself, and can be reached from the keyboard to do so. */
function Table(props: ComponentProps<"table">) {
  return (
    <section className="wide" tabIndex={0} aria-label="Table">
      <table className="figures" {...props} />
    </section>
  );
}
