import { EditorPage } from "#components/review/editor-page.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listMonths } from "#lib/data/reports/months.ts";
import { listQueueAges } from "#lib/data/reports/queue-ages.ts";
import { listQuietTopics } from "#lib/data/reports/quiet-topics.ts";
import { countReviewsDue } from "#lib/data/reports/reviews-due.ts";
import { getUsualDays } from "#lib/data/usual-days.ts";
import { DaysToDecision } from "./days-to-decision.tsx";
import { QueueAges } from "./queue-ages.tsx";
import { QuietTopics } from "./quiet-topics.tsx";
import { ReviewsDue } from "./reviews-due.tsx";
import { SentAndPublished } from "./sent-and-published.tsx";

/** How the directory and its queue are doing. */
export default async function ReportsPage() {
  const editor = await requireEditor();
  const now = new Date();
  const [months, usualDays, ages, topics, reviews] = await Promise.all([
    listMonths(now),
    getUsualDays(),
    listQueueAges(now),
    listQuietTopics(now),
    countReviewsDue(now),
  ]);
  return (
    <EditorPage title="Reports" section="reports" editor={editor}>
      <p className="max-w-prose">
        Counted as you open this page. Months are those of London’s calendar.{" "}
        {usualDays !== null && (
          <>Councils are told that a decision usually takes {counted(usualDays, "day", "days")}.</>
        )}
      </p>
      <SentAndPublished months={months} />
      <DaysToDecision months={months} />
      <QueueAges ages={ages} now={now} />
      <QuietTopics topics={topics} />
      <ReviewsDue reviews={reviews} />
    </EditorPage>
  );
}
