/** Markdown, without the word. */
export function HowToFormat() {
  return (
    <details className="mt-2">
      <summary className="text-link underline underline-offset-4">How to format</summary>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-small">
        {[
          ["An empty line", "begins a new paragraph"],
          ["### A heading", "makes a heading"],
          ["- one thing", "makes a list, one line each"],
          ["1. first", "makes a numbered list"],
          ["**important**", "makes bold"],
          ["[our report](https://…)", "makes a link"],
          ["> what she said", "makes a quotation"],
        ].map(([write, get]) => (
          <div key={write} className="contents">
            <dt>
              <code>{write}</code>
            </dt>
            <dd>{get}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
