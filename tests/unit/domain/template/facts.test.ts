import { describe, expect, test } from "vitest";
import { factsOf } from "#lib/domain/template/facts.ts";
import { facts } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { complete, signpost } from "./answers-to.ts";

const caseStudyTemplate = getTemplate("case-study-1");
const signpostTemplate = getTemplate("signpost-1");

const none = {
  title: "",
  summary: "",
  council: null,
  organisation: "",
  partners: [],
  topics: [],
  supportTypes: [],
  start: null,
  end: null,
  outcome: null,
  cost: null,
  funding: "",
  firstResults: null,
  evidence: null,
  measures: [],
  people: "",
  links: [],
  source: null,
  sourceMonth: null,
  documents: [],
  images: [],
  contact: null,
  contactConsent: false,
};

describe("the facts of a case study", () => {
  test("are all there, empty, when nothing was answered", () => {
    expect(factsOf(caseStudyTemplate, {})).toEqual(none);
    expect(Object.keys(none).toSorted()).toEqual(facts.toSorted());
  });

  test("are the answers of the questions that feed them, and not the prose", () => {
    expect(factsOf(caseStudyTemplate, complete)).toEqual({
      ...none,
      title: complete["title"],
      summary: complete["summary"],
      council: "dorset",
      topics: ["buses"],
      outcome: "mixed",
      contact: complete["contact"],
    });
  });

  test("hold every optional one that was given", () => {
    const row = { attachment: "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b", title: "a", alt: "b", credit: "c" };
    const given = {
      partners: ["leeds"],
      supportTypes: ["training"],
      start: "2023-01",
      end: "2023-02",
      cost: "under-10k",
      funding: "Town deal",
      firstResults: "not-yet",
      evidence: "comparison",
      measures: [{ name: "a", before: "b", after: "c", unit: "d" }],
      people: "A bus home.",
      links: [{ title: "a", url: "https://a.example" }],
      documents: [row],
      images: [row],
      contactConsent: true,
    };
    expect(factsOf(caseStudyTemplate, { ...complete, ...given })).toMatchObject(given);
  });

  test("take an answer emptied again for none", () => {
    expect(factsOf(caseStudyTemplate, { council: "", start: "", outcome: "" })).toEqual(none);
  });

  test("never include an answer to a question the template does not ask", () => {
    expect(
      factsOf(caseStudyTemplate, { source: [{ title: "a", url: "https://a.example" }], organisation: "x" }),
    ).toEqual(none);
  });
});

describe("the facts of a signpost", () => {
  test("are its few answers, with the month of its source and no other", () => {
    const [source] = signpost["source"] as object[];
    expect(factsOf(signpostTemplate, { ...signpost, month: "2024-05", organisation: "Libraries Together" })).toEqual({
      ...none,
      title: "Library vans",
      summary: "A van on market days.",
      council: "dorset",
      organisation: "Libraries Together",
      topics: ["libraries"],
      source,
      sourceMonth: "2024-05",
    });
  });

  test("are empty when nothing was answered", () => {
    expect(factsOf(signpostTemplate, {})).toEqual(none);
  });
});
