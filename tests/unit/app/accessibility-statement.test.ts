import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The headings of the government's model statement, in its order, and what the regulations want said. */
const headings = [
  ...["How accessible this website is", "Feedback and contact information"],
  ...["Reporting accessibility problems with this website", "Enforcement procedure"],
  ...["Technical information about this website’s accessibility", "Compliance status", "Non-accessible content"],
  "Preparation of this accessibility statement",
];
const year = 365 * 86_400_000;

/** What a statement lacks. */
function lacks(text: string, now: number): string[] {
  const found = [...text.matchAll(/<h[23]>([^<]+)<\/h[23]>/g)].map(([, heading]) => heading);
  const missing = headings.filter((heading) => !found.includes(heading));
  const reviewed = /last reviewed on (\d{1,2} \w+ \d{4})/.exec(text.replaceAll(/\s+/g, " "))?.[1];
  const fresh = reviewed !== undefined && now - Date.parse(`${reviewed} UTC`) < year;
  const law = /Accessibility Regulations 2018/.test(text);
  return [...missing, ...(fresh ? [] : ["a review of the last twelve months"]), ...(law ? [] : ["the regulations"])];
}

const statement = readFileSync("app/(public)/accessibility/page.tsx", "utf8");

test("the accessibility statement has every heading the law wants and was reviewed in the last twelve months", () => {
  expect(lacks(statement, Date.now())).toEqual([]);
});

test("one that is old or lacks a heading would be seen", () => {
  expect(lacks(statement, Date.now() + 3 * year)).toEqual(["a review of the last twelve months"]);
  expect(lacks(statement.replace("Enforcement procedure", "Enforcement"), Date.now())).toEqual([
    "Enforcement procedure",
  ]);
});
