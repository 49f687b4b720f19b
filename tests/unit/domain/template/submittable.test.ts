import { describe, expect, test } from "vitest";
import { submittable, type Answers } from "#lib/domain/template/answers.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { complaints, complete, signpost } from "./answers-to.ts";

const caseStudyRules = submittable(getTemplate("case-study-1"));
const signpostRules = submittable(getTemplate("signpost-1"));

const gaps = {
  title: "Enter a title",
  council: "Choose the lead council",
  summary: "Enter a summary",
  topics: "Choose one, two or three topics",
  outcome: "Choose the outcome",
  challenge: "Enter the challenge",
  solution: "Enter the solution",
  impact: "Enter the impact",
  sustained: "Say how the new approach is being sustained",
  lessons: "Say what you learned",
  contact: "Enter a contact, best a team’s mailbox",
  accurate: "Confirm that it is accurate",
  mayPublish: "Confirm that your council may publish it",
  licence: "Agree to the licence",
};

describe("submitting a case study", () => {
  test("is possible with what must be given and nothing else", () => {
    expect(caseStudyRules.parse(complete)).toEqual(complete);
  });

  test("names every gap of an empty one, in the order of the form", () => {
    expect(Object.entries(complaints(caseStudyRules, {}))).toEqual(Object.entries(gaps));
  });

  test.each(Object.entries(gaps))("names a gap at %s alone", (key, message) => {
    const { [key]: _, ...rest } = complete;
    expect(complaints(caseStudyRules, rest)).toEqual({ [key]: message });
  });

  test.each<[string, string, unknown]>([
    ["an empty text", "title", ""],
    ["a text of spaces", "title", " \n\t\u00a0"],
    ["a text of NUL", "lessons", "\0\0"],
    ["an empty list", "topics", []],
    ["a declaration not made", "licence", false],
    ["a council not chosen", "council", ""],
  ])("takes %s for a gap", (_, key, value) => {
    expect(complaints(caseStudyRules, { ...complete, [key]: value })).toEqual({
      [key]: gaps[key as keyof typeof gaps],
    });
  });

  test("still asks whether the text fits", () => {
    const answers = { ...complete, title: "x".repeat(101), topics: ["a", "b", "c", "d"], funding: "x".repeat(151) };
    expect(complaints(caseStudyRules, answers)).toEqual({
      title: "Title must be 100 characters or fewer",
      topics: "Topics: give 3 or fewer",
      funding: "Funding source must be 150 characters or fewer",
    });
  });

  test("does not need the contact's consent to be shown", () => {
    expect(complaints(caseStudyRules, { ...complete, contactConsent: false })).toEqual({});
  });

  test("refuses names that nobody asked", () => {
    for (const name of ["colour", "organisation", "constructor"]) {
      expect(caseStudyRules.safeParse({ ...complete, [name]: "x" }).success).toBe(false);
    }
  });
});

describe("a row that was begun", () => {
  const measure = { name: "Passengers", before: "", after: "1,140", unit: "" };
  const picture = { attachment: "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b", title: "", alt: "A bus at night", credit: "" };

  test("needs what a reader cannot do without, and no more", () => {
    expect(complaints(caseStudyRules, { ...complete, measures: [measure], images: [picture] })).toEqual({});
    const measures = [measure, { name: " ", before: "0", after: "\0", unit: "a week" }];
    expect(complaints(caseStudyRules, { ...complete, measures, images: [{ ...picture, alt: "" }] })).toEqual({
      "measures.1.name": "Enter what was measured",
      "measures.1.after": "Enter the figure afterwards",
      "images.0.alt": "Describe the image for people who cannot see it",
    });
    expect(complaints(caseStudyRules, { ...complete, links: [{ title: "A report", url: "" }] })).toEqual({
      "links.0.url": "Enter an address that starts with https:// or http://",
    });
  });

  test("of a document needs no description", () => {
    expect(complaints(caseStudyRules, { ...complete, documents: [{ ...picture, alt: "" }] })).toEqual({});
  });
});

describe("start and end", () => {
  const saying = (months: Answers) => complaints(caseStudyRules, { ...complete, ...months });

  test("end may be the same as start, later, or missing, and so may start", () => {
    for (const months of [
      { start: "2024-03", end: "2024-03" },
      { start: "2023-12", end: "2024-01" },
      { start: "2024-03" },
      { end: "2024-03" },
    ])
      expect(saying(months)).toEqual({});
  });

  test("end before start is refused, beside gaps elsewhere (V2.2.3)", () => {
    const message = "End must be the same as or after start";
    expect(saying({ start: "2024-03", end: "2024-02" })).toEqual({ end: message });
    expect(saying({ start: "2024-03", end: "2024-02", title: "" })).toEqual({ title: "Enter a title", end: message });
  });
});

describe("submitting a signpost", () => {
  const needed = { organisation: "Enter a council or an organisation" };

  test("needs a council or an organisation, and either will do", () => {
    const { council: _, ...without } = signpost;
    expect(complaints(signpostRules, signpost)).toEqual({});
    expect(complaints(signpostRules, { ...without, organisation: "Libraries Together" })).toEqual({});
    expect(complaints(signpostRules, without)).toEqual(needed);
    expect(complaints(signpostRules, { ...without, organisation: " \n" })).toEqual(needed);
  });

  test("names every gap of an empty one", () => {
    expect(complaints(signpostRules, {})).toEqual({
      title: "Enter a title",
      summary: "Enter a summary",
      source: "Give the address of the whole text",
      topics: "Choose one, two or three topics",
      ...needed,
    });
  });

  test("takes one source, on the web", () => {
    const [source] = signpost["source"] as [object];
    expect(complaints(signpostRules, { ...signpost, source: [source, source] })).toEqual({
      source: "Source: give 1 or fewer",
    });
    expect(complaints(signpostRules, { ...signpost, source: [{ title: "A", url: "javascript:alert(1)" }] })).toEqual({
      "source.0.url": "Enter an address that starts with https:// or http://",
    });
  });
});
