import { describe, expect, test } from "vitest";
import { savable, submittable } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { template as schema } from "#lib/domain/template/questions.ts";
import {
  getTemplate,
  labelOf,
  optionsOf,
  outcomeToPointOut,
  questionFor,
  questionsOf,
} from "#lib/domain/template/templates.ts";
import data from "#tests/support/template-2.json" with { type: "json" };
import { complaints } from "./answers-to.ts";

const first = getTemplate("case-study-1");
const second = schema.parse(data);
const [about, story] = second.sections;
const answers = {
  heading: "Night buses",
  council: "dorset",
  summary: "One late timetable.",
  topics: ["buses", "youth"],
  begun: "2023-04",
  finished: "2023-09",
  outcome: "too-early",
  story: "The last bus left at seven.",
  carbon: "Forty car journeys fewer a night.",
};

describe("a second version of the template needs no new code", () => {
  test("it differs from the first: a question more, a section renamed, keys and an option changed", () => {
    const keys = (of: typeof first) => questionsOf(of).map(({ key }) => key);
    expect(keys(first)).not.toContain("carbon");
    expect(keys(first)).not.toContain("heading");
    expect(about?.title).not.toBe(first.sections[0]?.title);
    expect(labelOf(first, "outcome", "too-early")).toBeNull();
  });

  test("its sections can be saved half answered, and refuse what does not fit", () => {
    expect(savable(story!).parse({ carbon: " A little\0 " })).toEqual({ carbon: "A little" });
    expect(complaints(savable(story!), { carbon: "x".repeat(201) })).toEqual({
      carbon: "Effect on carbon must be 200 characters or fewer",
    });
    expect(complaints(savable(about!), { heading: "x".repeat(61) })).toEqual({
      heading: "Heading must be 60 characters or fewer",
    });
  });

  test("submitting it asks for its own questions, and none of the first version's", () => {
    expect(complaints(submittable(second), answers)).toEqual({});
    expect(complaints(submittable(second), {})).toEqual({
      heading: "Enter heading",
      council: "Choose the lead council",
      summary: "Enter summary",
      topics: "Choose two, three or four topics",
      outcome: "Choose the outcome",
      story: "Enter the story",
      carbon: "Say what it did to carbon",
    });
    expect(submittable(second).safeParse({ ...answers, title: "Night buses" }).success).toBe(false);
  });

  test("it may want more of a list than one", () => {
    expect(complaints(submittable(second), { ...answers, topics: ["buses"] })).toEqual({
      topics: "Choose two, three or four topics",
    });
    expect(complaints(savable(about!), { topics: ["buses"] })).toEqual({});
  });

  test("rules between two answers follow the facts, whatever the questions are called", () => {
    expect(complaints(submittable(second), { ...answers, finished: "2023-03" })).toEqual({
      finished: "End must be the same as or after start",
    });
  });

  test("lists and pages read the same facts from it", () => {
    expect(factsOf(second, answers)).toMatchObject({
      title: "Night buses",
      council: "dorset",
      topics: ["buses", "youth"],
      start: "2023-04",
      end: "2023-09",
      outcome: "too-early",
      cost: null,
      contact: null,
      measures: [],
    });
    expect(labelOf(second, "outcome", "too-early")).toBe("Too early to say");
    expect(questionFor(second, "title")?.key).toBe("heading");
  });

  test("a filter offers what either asked, each once, in the words of the first", () => {
    const options = optionsOf([first, second], "outcome").map(({ value, label }) => [value, label]);
    expect(options).toEqual([
      ["worked", "Worked"],
      ["mixed", "Mixed"],
      ["did-not-work", "Did not work"],
      ["too-early", "Too early to say"],
    ]);
    expect(optionsOf([second], "cost")).toEqual([]);
  });

  test("a card points out whatever is not simply a success, in its own template's words", () => {
    const pointed = (template: typeof first) =>
      ["worked", "mixed", "too-early", null].map((value) => outcomeToPointOut(template, value)?.label ?? null);
    expect(pointed(first)).toEqual([null, "Mixed outcome", null, null]);
    expect(pointed(second)).toEqual([null, "In part", "Too early to say", null]);
  });
});
