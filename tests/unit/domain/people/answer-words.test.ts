import { expect, test } from "vitest";
import { answersInWords, typedInWords } from "#lib/domain/people/answer-words.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";

const named = { councils: new Map(), terms: new Map([["buses", "Buses"]]), files: new Map() };

test("answers come in the order in which they are asked, whatever order they are kept in", () => {
  const kept = {
    end: "2024-09",
    cost: "10k-50k",
    title: "Night buses",
    topics: ["buses"],
    summary: "One timetable.",
    solution: "One fare",
    measures: [{ name: "Passengers", unit: "a weekend", after: "1,140", before: "0" }],
    challenge: "The last bus left at seven.",
    links: [{ url: "https://thanet.example/", title: "Timetable" }],
  };
  const said = answersInWords(getTemplate("case-study-1"), kept, named);
  const labels = ["Title", "Summary", "Topics", "End", "Cost", "The challenge", "The solution", "Measures", "Links"];
  expect(Object.keys(said)).toEqual(labels);
  expect(Object.keys((said["Measures"] as object[])[0]!)).toEqual(["Name", "Before", "After", "Unit"]);
  expect(Object.keys((said["Links"] as object[])[0]!)).toEqual(["Title", "Web address"]);
});

test("what was typed into a form stays in its order, but for the parts of a row", () => {
  const typed = { verdict: "right", remarks: { impact: "No" }, measures: [{ unit: "a day", name: "Trips" }] };
  expect(typedInWords(typed, named)).toEqual({
    "Answer about the facts": "right",
    Remarks: { "The impact": "No" },
    Measures: [{ Name: "Trips", Unit: "a day" }],
  });
  expect(Object.keys((typedInWords(typed, named) as { Measures: object[] }).Measures[0]!)).toEqual(["Name", "Unit"]);
});
