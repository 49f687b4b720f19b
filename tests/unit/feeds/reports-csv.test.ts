import { expect, test } from "vitest";
import { daysCsv, monthsCsv, queueCsv, reviewsCsv, topicsCsv } from "#lib/feeds/reports-csv.ts";

const none = { median: null, ninetieth: null, decisions: 0, sent: 0, published: 0 };

test("a month without a decision has empty cells, not noughts", () => {
  const months = [
    { ...none, month: "2026-10" },
    { ...none, month: "2026-11", sent: 4, published: 2, decisions: 3, median: 5, ninetieth: 12 },
  ];
  expect(monthsCsv(months)).toBe("\uFEFFMonth,Sent,Published\r\n2026-10,0,0\r\n2026-11,4,2\r\n");
  expect(daysCsv(months)).toBe(
    "\uFEFFMonth,Decisions,Median days,90th percentile days\r\n2026-10,0,,\r\n2026-11,3,5,12\r\n",
  );
});

test("no title or name is run as a formula", () => {
  const oldest = { id: "1", title: '=HYPERLINK("https://evil.example")', since: new Date("2026-11-01T09:00:00Z") };
  expect(queueCsv([{ state: "submitted", bands: [1, 0, 0, 0, 0], total: 1, oldest }])).toContain(
    `Submitted,1,0,0,0,0,1,"'=HYPERLINK(""https://evil.example"")",2026-11-01T09:00:00.000Z\r\n`,
  );
  const newest = new Date("2025-06-30T23:30:00Z");
  expect(topicsCsv([{ slug: "a", name: "+Arts", parent: "@Culture", total: 2, newest }])).toContain(
    "'+Arts,'@Culture,2,2025-07-01\r\n",
  );
});

test("reviews have a line for what is overdue and one for each month", () => {
  expect(reviewsCsv({ overdue: 7, oldest: null, months: [{ month: "2026-11", due: 0 }] })).toBe(
    "\uFEFFMonth,Reviews due\r\nOverdue,7\r\n2026-11,0\r\n",
  );
});
