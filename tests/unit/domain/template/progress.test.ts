import { expect, test } from "vitest";
import { stateOf, type Gap } from "#lib/domain/template/progress.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { someAnswers } from "#tests/support/versions.ts";

const template = getTemplate(current.caseStudy);
const about = template.sections.find(({ key }) => key === "about")!;
const contact = { email: "transport@dorset.example" };

test.each<[string, Gap[]]>([
  ["done", []],
  ["done", [{ question: "contact", at: [], message: "Enter a contact" }]],
  ["needs-a-look", [{ question: "topics", at: [], message: "“Cyber” is not offered any more. Choose another" }]],
])("a section that is filled in is %s where these cannot be chosen: %j", (state, unknown) => {
  expect(stateOf(template, about, someAnswers(), { contact, unknown })).toBe(state);
});
