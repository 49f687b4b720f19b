import { describe, expect, test } from "vitest";
import { adviceFor, rules } from "#lib/domain/advice/advice.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { template as readTemplate } from "#lib/domain/template/questions.ts";
import { complete, signpost } from "../domain/template/answers-to.ts";
import template2 from "../../support/template-2.json" with { type: "json" };
import { advise, adviceOf } from "./advise.ts";

const now = new Date("2026-11-22");
const everything = {
  title: "Buses for night workers",
  council: "dorset",
  start: "2027-01",
  summary: "Two towns shared a bus.\nThe challenge",
  challenge: "#### Late\n\nThe LGR team met at 020 7946 0958. Nobody is left standing at the stop.",
  solution: `[click here](https://a.example)\n\n| | |\n|-|-|\n| a | b |\n\n${"word ".repeat(40)}.`,
  impact: "It went well. Nobody is left standing at the stop.",
  measures: [{ name: "Trips", before: "3", after: "x", unit: "" }],
};
const titles = [{ slug: "night-buses", title: "Buses for night workers", councilId: "dorset" }];

test("a plain, complete case study gets no advice but to give a figure", () => {
  expect(advise(complete).map(({ kind }) => kind)).toEqual([]);
  expect(advise({ ...complete, impact: "Use grew." }).map(({ kind }) => kind)).toEqual(["no-figure"]);
});

test("every rule of the table can speak", () => {
  const kinds = new Set(advise({ ...everything, measures: [] }, { titles }).map(({ kind }) => kind));
  for (const { kind } of adviceOf("measure-unit", everything)) kinds.add(kind);
  expect([...kinds].toSorted()).toEqual(Object.keys(rules).toSorted());
});

test("advice comes in the order of the questions", () => {
  const order = ["title", "summary", "start", "challenge", "solution", "impact", "measures"];
  const asked = advise(everything, { titles }).map(({ question }) => question);
  expect([...new Set(asked)]).toEqual(order);
});

test("advice names a section and a question of the template", () => {
  const { sections } = getTemplate("case-study-1");
  for (const { section, question } of advise(everything, { titles })) {
    const found = sections.find(({ key }) => key === section);
    expect(found?.questions.map(({ key }) => key)).toContain(question);
  }
});

test("no message begs, apologises or exclaims, and each is a whole sentence", () => {
  for (const { message } of [...advise(everything, { titles }), ...advise({ impact: "Good." })]) {
    expect(message).not.toMatch(/please|sorry|!/i);
    expect(message).toMatch(/^“?\p{Lu}.*\.$/u);
  }
});

test("at most five of a kind are shown for a question, and the last says how many more there are", () => {
  const words = (count: number) => "ABCDEFGHJ".slice(0, count).replace(/./g, "The Q$&Z met. ");
  const seven = adviceOf("unexplained-acronym", { challenge: words(7) });
  expect(seven).toHaveLength(5);
  expect(seven.at(-1)?.message).toMatch(/There are 2 more like this in this answer\.$/);
  expect(adviceOf("unexplained-acronym", { challenge: words(6) }).at(-1)?.message).toMatch(/There is 1 more like/);
  expect(adviceOf("unexplained-acronym", { challenge: words(5) }).at(-1)?.message).not.toMatch(/more like/);
});

test("the same words about the same words are said once", () => {
  const challenge = "[click here](https://a.example) and [click here](https://b.example)";
  expect(adviceOf("link-text", { challenge })).toHaveLength(1);
});

describe("another template", () => {
  test("is read by its own questions", () => {
    const answers = {
      heading: "Buses",
      begun: "2027-02",
      summary: "We met the LGR team.",
      story: "Ring 01632 960001.",
    };
    const advice = adviceFor(readTemplate.parse(template2), answers, { titles: [] }, now);
    expect(advice.map(({ kind, section, question }) => [kind, section, question])).toEqual([
      ["unexplained-acronym", "about", "summary"],
      ["start-in-future", "about", "begun"],
      ["contact-in-prose", "story", "story"],
    ]);
  });

  test("such as the signpost's gets advice on its link, and none on an impact it does not ask for", () => {
    const answers = { ...signpost, source: [{ title: "Read more", url: "https://council.example" }] };
    const advice = adviceFor(getTemplate("signpost-1"), answers, { titles: [] }, now);
    expect(advice.map(({ kind, question }) => [kind, question])).toEqual([["link-text", "source"]]);
  });
});
