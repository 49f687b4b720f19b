import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Entry } from "#lib/data/feeds/entries.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { template as schema } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { caseStudiesCsvHead, caseStudiesCsvLines } from "#lib/feeds/case-studies-csv.ts";
import { someAnswers } from "#tests/support/versions.ts";
import second from "#tests/support/template-2.json" with { type: "json" };

const first = getTemplate("case-study-1");
const templates = [first, getTemplate("signpost-1")];

const anEntry = (template = first, answers: Answers = someAnswers({ partners: ["kent", "devon"] })): Entry => ({
  id: "0198c0de-0000-7000-8000-000000000001",
  slug: "night-buses",
  ...{ template, answers, facts: factsOf(template, answers) },
  council: { slug: "dorset", name: "Dorset Council" },
  partners: ["Kent County Council", "Devon County Council"],
  topics: [{ slug: "buses", name: "Buses" }],
  supportTypes: [],
  pictures: [],
  documents: [],
  followUps: [],
  publishedAt: new Date("2024-01-02T03:04:05Z"),
  changedAt: new Date("2024-03-04T05:06:07Z"),
});

const read = (entry: Entry, of = templates): Record<string, string> => {
  const text = caseStudiesCsvHead(of) + caseStudiesCsvLines([entry], (slug) => `https://cases.example/${slug}`, of);
  const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return row ?? {};
};

test("a line has the facts in words, the dates and the address", () => {
  expect(read(anEntry())).toMatchObject({
    Address: "https://cases.example/night-buses",
    "Published by": "Dorset Council",
    "First published": "2024-01-02T03:04:05.000Z",
    "Last changed": "2024-03-04T05:06:07.000Z",
    Title: "Night buses for the harbour festival",
    "Lead council": "Dorset Council",
    "Partner councils": "Kent County Council; Devon County Council",
    Topics: "Buses",
    Start: "2022-04",
    Outcome: "Mixed",
    Cost: "£10,000 to £50,000",
    Source: "",
  });
});

test("long texts, contacts and declarations have no column (V15.3.1)", () => {
  const names = Object.keys(read(anEntry()));
  for (const name of ["The challenge", "Contact", "Accuracy", "Documents", "Images"]) expect(names).not.toContain(name);
});

test("a title that a spreadsheet would run is text", () => {
  expect(read(anEntry(first, someAnswers({ title: "=1+1" })))["Title"]).toBe("'=1+1");
});

test("a second version of the template brings its own question, and its other keys feed the same columns", () => {
  const template = schema.parse(second);
  const answers = { heading: "Night buses", begun: "2023-04", outcome: "too-early", carbon: "Forty journeys fewer." };
  const row = read(anEntry(template, answers), [...templates, template]);
  expect(row).toMatchObject({ Title: "Night buses", Start: "2023-04", "Effect on carbon": "Forty journeys fewer." });
  expect(row["Outcome"]).not.toBe("too-early");
  expect(row).not.toHaveProperty("Heading");
});
