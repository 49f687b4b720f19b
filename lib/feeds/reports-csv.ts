import type { MonthReport } from "#lib/data/reports/months.ts";
import type { QueueAges } from "#lib/data/reports/queue-ages.ts";
import type { QuietTopic } from "#lib/data/reports/quiet-topics.ts";
import type { ReviewsDue } from "#lib/data/reports/reviews-due.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import { ageBands } from "#lib/domain/reports/ages.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { csvRecord } from "./csv.ts";

type Cell = string | number | null;

/** With the mark by which spreadsheets know UTF-8. What is not known is an empty cell, never a nought. */
const fileOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => csvRecord(row.map((cell) => String(cell ?? "")))).join("")}`;

export const monthsCsv = (months: readonly MonthReport[]): string =>
  fileOf(
    ["Month", "Sent", "Published"],
    months.map(({ month, sent, published }) => [month, sent, published]),
  );

export const daysCsv = (months: readonly MonthReport[]): string =>
  fileOf(
    ["Month", "Decisions", "Median days", "90th percentile days"],
    months.map(({ month, decisions, median, ninetieth }) => [month, decisions, median, ninetieth]),
  );

export const queueCsv = (ages: readonly QueueAges[]): string =>
  fileOf(
    ["State", ...ageBands.map(({ name }) => name), "All", "Oldest", "Oldest waits since"],
    ages.map(({ state, bands, total, oldest }) => [
      stateNames[state],
      ...bands,
      ...[total, oldest.title, oldest.since.toISOString()],
    ]),
  );

export const topicsCsv = (topics: readonly QuietTopic[]): string =>
  fileOf(
    ["Topic", "Within", "Case studies", "Newest published"],
    topics.map(({ name, parent, total, newest }) => [name, parent, total, newest && shownAt(newest)[0]]),
  );

export const reviewsCsv = ({ overdue, months }: ReviewsDue): string =>
  fileOf(["Month", "Reviews due"], [["Overdue", overdue], ...months.map(({ month, due }) => [month, due])]);
