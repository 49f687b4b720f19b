import { requireEditor } from "#lib/auth/guards.ts";
import { listMonths } from "#lib/data/reports/months.ts";
import { listQueueAges } from "#lib/data/reports/queue-ages.ts";
import { listQuietTopics } from "#lib/data/reports/quiet-topics.ts";
import { countReviewsDue } from "#lib/data/reports/reviews-due.ts";
import { findReport, type ReportKey } from "#lib/domain/reports/reports.ts";
import { csvAnswer } from "#lib/http/answers/csv.ts";
import { daysCsv, monthsCsv, queueCsv, reviewsCsv, topicsCsv } from "#lib/feeds/reports-csv.ts";

/** A report as a file. */
export async function GET(_: Request, { params }: RouteContext<"/editor/reports/[report]/csv">) {
  await requireEditor();
  const report = findReport((await params).report);
  if (!report) return new Response(null, { status: 404 });
  return csvAnswer(`${report.file}.csv`, [await files[report.key](new Date())]);
}

const files: Record<ReportKey, (now: Date) => Promise<string>> = {
  months: async (now) => monthsCsv(await listMonths(now)),
  days: async (now) => daysCsv(await listMonths(now)),
  queue: async (now) => queueCsv(await listQueueAges(now)),
  topics: async (now) => topicsCsv(await listQuietTopics(now)),
  reviews: async (now) => reviewsCsv(await countReviewsDue(now)),
};
