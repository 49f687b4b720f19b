import { expect, test } from "vitest";
import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { template as schema } from "#lib/domain/template/questions.ts";
import { listTemplates } from "#lib/domain/template/templates.ts";
import { record, recordBody } from "#lib/feeds/api/case-study.ts";
import { tableHead, tableRow } from "#lib/feeds/downloads/table.ts";
import data from "#tests/support/template-2.json" with { type: "json" };

const template = schema.parse(data);
const answers = {
  ...{ heading: "Night buses", council: "dorset", summary: "One late timetable.", topics: ["buses", "youth"] },
  ...{ begun: "2023-04", finished: "2023-09", outcome: "too-early" },
  ...{ story: "The last bus left at **seven**.", carbon: "Forty car journeys fewer a night." },
};
const date = new Date("2024-02-03T04:05:06Z");
const written: CaseStudyRecord = {
  ...{ slug: "night-buses", template, answers, facts: factsOf(template, answers), council: null, partners: [] },
  ...{ topics: [], supportTypes: [], collections: [], pictures: [], documents: [] },
  ...{
    publishedAt: date,
    updatedAt: date,
    changedAt: date,
    reviewBy: null,
    reviewedAt: null,
    overdue: false,
    withdrawn: null,
  },
  followUps: [],
};

test("a second version of the template is answered for without new code", () => {
  const body = recordBody(written);
  expect(record.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    ...{ kind: "case-study", template: "case-study-2", title: "Night buses" },
    facts: {
      start: { label: "Begun", value: "2023-04", text: "April 2023" },
      end: { label: "Finished", value: "2023-09", text: "September 2023" },
      outcome: { label: "Outcome", value: "too-early", text: "Too early to say" },
    },
  });
  expect(body.sections).toEqual([
    {
      ...{ key: "story", title: "What happened" },
      answers: [
        { kind: "markdown", key: "story", label: "The story", markdown: "The last bus left at **seven**." },
        { kind: "text", key: "carbon", label: "Effect on carbon", text: "Forty car journeys fewer a night." },
      ],
    },
  ]);
});

test("its own questions become columns of the table, behind the others", () => {
  const templates = [...listTemplates(), template];
  const columns = (line: string) =>
    line
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split(",");
  const [head, row] = [columns(tableHead(templates)), columns(tableRow(written, templates))];
  expect(head.slice(0, -2)).toEqual(columns(tableHead()));
  expect(head.slice(-2)).toEqual(["story", "carbon"]);
  expect(row.length).toBe(head.length);
  expect(Object.fromEntries(head.map((name, index) => [name, row[index]]))).toMatchObject({
    ...{ title: "Night buses", outcome: "too-early", start: "2023-04", story: "The last bus left at **seven**." },
  });
});
