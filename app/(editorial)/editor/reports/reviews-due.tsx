import { BarsChart } from "#components/reports/bars-chart.tsx";
import { NumbersTable } from "#components/reports/numbers-table.tsx";
import { ReportSection } from "#components/reports/report-section.tsx";
import { figure, longDate, monthNamed } from "#components/ui/words.ts";
import type { ReviewsDue as Due } from "#lib/data/reports/reviews-due.ts";
import { paths } from "#lib/http/paths.ts";

/** How many published case studies are to be looked at again, and when. */
export function ReviewsDue({ reviews: { overdue, oldest, months } }: { reviews: Due }) {
  const rows = [
    { name: "Overdue now", value: overdue },
    ...months.map(({ month, due }, place) => ({
      name: place === 0 ? `Rest of ${monthNamed(month)}` : monthNamed(month),
      value: due,
    })),
  ];
  return (
    <ReportSection
      report="reviews"
      heading="Reviews due"
      about="Each published case study has a day by which it is to be looked at again, counted from when it was published or last found right."
    >
      {rows.every(({ value }) => value === 0) ? (
        <p>No review is overdue or due in these months.</p>
      ) : (
        <>
          <BarsChart id="due" title="Reviews overdue and due" bars={rows} />
          <NumbersTable
            caption="Reviews overdue and due"
            head={["When", "Case studies"]}
            rows={rows.map(({ name, value }) => [name, figure(value)])}
          />
        </>
      )}
      {oldest && (
        <p className="mt-4 max-w-prose">
          <a href={paths.queue({ tab: "due" })}>See what is due in the queue</a>. Due for longest, since{" "}
          {longDate(oldest.reviewBy)}:{" "}
          <a href={paths.review(oldest.id)}>{oldest.title || "a case study without a title"}</a>
        </p>
      )}
    </ReportSection>
  );
}
