import { describe, expect, test } from "vitest";
import { readSources } from "./imports.ts";

/** What asks somebody about themselves, or about somebody else. */
const asks = /<EmailField\b|type="email"|type=\{type\}\s+value=\{contact|<RemarkBox\b|id="words"/;
/** Those that ask on their own page: what editors type about others is told to these when they are written to. */
const isForPublic = (path: string) => /^(app\/\((contributor|account)\)|components\/template)\//.test(path);

const forms = readSources().filter(({ path, text }) => isForPublic(path) && asks.test(text));

/** Whether what becomes of it is said before it is asked. */
function isTold(text: string): boolean {
  const markup = text.slice(text.indexOf("return ("));
  const notice = markup.search(/<PrivacyNote about="\w+"|<Asked check/);
  return notice >= 0 && notice < markup.search(asks);
}

describe("what becomes of somebody’s details is said before they are asked for", () => {
  test.each(forms)("$path", ({ text }) => {
    expect(isTold(text)).toBe(true);
  });
});

test("there are such forms, and one that says it late or never would be seen", () => {
  expect(forms.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "app/(contributor)/submit/[draft]/email/page.tsx",
      "app/(contributor)/my-case-studies/page.tsx",
      "app/(contributor)/alerts/new/page.tsx",
      "components/template/fields/contact-field.tsx",
      "app/(account)/sign-in/page.tsx",
    ]),
  );
  const form = (...parts: string[]) => `return (\n<form>${parts.join("")}</form>)`;
  const [notice, field] = ['<PrivacyNote about="link" />', "<EmailField value={value} />"];
  expect([form(notice, field), form(field, notice), form(field)].map(isTold)).toEqual([true, false, false]);
});

test("nobody is asked to consent to what does not rest on their consent", () => {
  const boxes = readSources().filter(
    ({ path, text }) => isForPublic(path) && /type="checkbox"/.test(text) && /privacy|personal data/i.test(text),
  );
  expect(boxes.map(({ path }) => path)).toEqual([]);
});
