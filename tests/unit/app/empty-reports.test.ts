import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DaysToDecision } from "#app/(editorial)/editor/reports/days-to-decision.tsx";
import { QueueAges } from "#app/(editorial)/editor/reports/queue-ages.tsx";
import { QuietTopics } from "#app/(editorial)/editor/reports/quiet-topics.tsx";
import { ReviewsDue } from "#app/(editorial)/editor/reports/reviews-due.tsx";
import { SentAndPublished } from "#app/(editorial)/editor/reports/sent-and-published.tsx";
import { monthsTo } from "#lib/domain/reports/months.ts";

const now = new Date("2026-11-28T12:00:00Z");
const nothing = { sent: 0, published: 0, decisions: 0, median: null, ninetieth: null };
const months = monthsTo(now, 24).map((month) => ({ month, ...nothing }));
const none = { overdue: 0, oldest: null, months: [{ month: "2026-11", due: 0 }] };

test.each<[string, ReactElement]>([
  ["Nothing was sent or published in the last 24 months.", createElement(SentAndPublished, { months })],
  ["Nothing was decided in the last 24 months.", createElement(DaysToDecision, { months })],
  ["Nothing is open.", createElement(QueueAges, { ages: [], now })],
  ["Every topic has a recent case study.", createElement(QuietTopics, { topics: [] })],
  ["No review is overdue or due in these months.", createElement(ReviewsDue, { reviews: none })],
])("a report without anything says so, and draws nothing: %s", (words, report) => {
  const html = renderToStaticMarkup(report);
  expect(html).toContain(words);
  expect(html).not.toMatch(/<svg|<table/);
  expect(html).toContain("Download as CSV");
});

test("one month of data has its charts and tables", () => {
  const one = months.map((month, place) =>
    place < 23 ? month : { ...month, sent: 3, decisions: 1, median: 4, ninetieth: 4 },
  );
  const html = renderToStaticMarkup(createElement(SentAndPublished, { months: one }));
  expect(html.match(/<svg/g)).toHaveLength(2);
  expect(html).toContain("Highest: 3 in November 2026.");
  expect(html).toContain('<desc id="published-words">0 in every month.</desc>');
  const days = renderToStaticMarkup(createElement(DaysToDecision, { months: one }));
  expect(days).toContain("No decision in December 2024 and 22 other months.");
});
