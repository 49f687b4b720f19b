import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // React writes `<meta charSet="utf-8"/>` and `disabled=""`. All of it is HTML; the rules are about taste.
    "void-style": ["error", { style: "selfclosing" }],
    "attribute-boolean-style": ["error", { style: "empty" }],
    "attr-case": ["error", { style: ["lowercase", "camelcase"] }],
    // A filter can be given more than once in an address, and what can be ticked is taken one by one as well.
    "form-dup-name": ["error", { shared: ["checkbox", "radio", "submit"] }],
    // A case study's title may have 100 characters, and the page says all of it.
    "long-title": "off",
  },
});

/** What is wrong with the markup of a page, in words. */
export async function complaintsAbout(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  const complaints = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${message} (${ruleId})`),
  );
  // Valid, but a reader hears of a list that is not there.
  return [...complaints, ...[...html.matchAll(emptyList)].map(([list]) => `${list} has no items`)];
}

const emptyList = /<(ol|ul|dl)\b[^>]*>\s*<\/\1>/g;
