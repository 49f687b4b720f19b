import { describe, expect, test } from "vitest";
import { compareAnswers, isDifferent, type Side } from "#lib/domain/difference/answers.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { template as schema } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import data from "#tests/support/template-2.json" with { type: "json" };
import { complete } from "../template/answers-to.ts";

const template = getTemplate("case-study-1");
const side = (answers: Answers, changes: Partial<Side> = {}): Side => ({
  template,
  answers,
  inWords: (_, answer) => [answer].flat().join("\n"),
  ...changes,
});
const kindsOf = (old: Side, fresh: Side) =>
  Object.fromEntries(
    compareAnswers(old, fresh)
      .flatMap(({ questions }) => questions)
      .filter(isDifferent)
      .map(({ question, kind }) => [question.key, kind]),
  );

describe("two sets of answers", () => {
  test("differ in nothing when they are the same, and say so question by question", () => {
    const sections = compareAnswers(side(complete), side({ ...complete }));
    expect(sections.flatMap(({ questions }) => questions.map(({ kind }) => kind))).toEqual(
      Object.keys(complete).map(() => "same"),
    );
    expect(kindsOf(side(complete), side({ ...complete }))).toEqual({});
  });

  test("differ by what was answered, changed and taken away, in the order of the template", () => {
    const { lessons: _, ...fewer } = complete;
    const fresh = { ...fewer, title: "Night buses", funding: "Town deal" };
    expect(Object.entries(kindsOf(side(complete), side(fresh)))).toEqual([
      ["title", "changed"],
      ["funding", "added"],
      ["lessons", "removed"],
    ]);
  });

  test("leave out the questions that neither answers, and sections without others", () => {
    const sections = compareAnswers(side({ title: "One" }), side({ title: "Two" }));
    expect(sections.map(({ key, questions }) => [key, questions.length])).toEqual([["about", 1]]);
  });

  test("are compared as they are said: another id for the same words is no change", () => {
    const said = (words: string) => ({ inWords: () => words });
    const [old, fresh] = [{ contact: "one" }, { contact: "two" }];
    expect(kindsOf(side(old, said("Buses team")), side(fresh, said("Buses team")))).toEqual({});
    expect(kindsOf(side(old, said("Buses team")), side(old, said("Trains team")))).toEqual({ contact: "changed" });
  });

  test("of two templates are matched by key; what only the older one asks comes last in its section or after all", () => {
    const second = schema.parse(data);
    const old = side({ title: "Old", summary: "Short.", challenge: "Late.", council: "dorset" });
    const fresh = side({ heading: "New", summary: "Shorter.", council: "dorset" }, { template: second });
    const sections = compareAnswers(old, fresh);
    expect(kindsOf(old, fresh)).toEqual({
      heading: "added",
      summary: "changed",
      title: "removed",
      challenge: "removed",
    });
    expect(sections.map(({ key }) => key)).toEqual(["about", "challenge"]);
    expect(sections[0]?.questions.at(-1)?.question.key).toBe("title");
  });
});

test("a choice changes whole and a text word by word", () => {
  const segmentsOf = (key: string, old: string, fresh: string) =>
    compareAnswers(side({ [key]: old }), side({ [key]: fresh }))
      .flatMap(({ questions }) => questions.flatMap(({ passages }) => passages))
      .flatMap(({ segments }) => segments.map(({ kind, text }) => `${kind} ${text}`));
  expect(segmentsOf("cost", "Under £10,000", "Over £10,000")).toEqual(["removed Under £10,000", "added Over £10,000"]);
  expect(segmentsOf("title", "Night buses", "Day buses")).toEqual(["removed Night", "added Day", "same  buses"]);
});
