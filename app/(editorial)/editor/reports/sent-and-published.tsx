import { ColumnsChart } from "#components/reports/columns-chart.tsx";
import { NumbersTable } from "#components/reports/numbers-table.tsx";
import { ReportSection } from "#components/reports/report-section.tsx";
import { unbrokenMonth } from "#components/reports/words.ts";
import { figure } from "#components/ui/words.ts";
import type { MonthReport } from "#lib/data/reports/months.ts";

/** How much came in and how much was published, month by month. */
export function SentAndPublished({ months }: { months: readonly MonthReport[] }) {
  const [sent, published] = [months.map((one) => one.sent), months.map((one) => one.published)];
  const top = Math.max(...sent, ...published);
  const names = months.map(({ month }) => month);
  return (
    <ReportSection
      report="months"
      heading="Sent and published"
      about="Each version counts once when it is first sent, and once when it is published. A new version of something published counts too."
    >
      {top === 0 ? (
        <p>Nothing was sent or published in the last {months.length} months.</p>
      ) : (
        <>
          <h3 className="mb-2">Sent each month</h3>
          <ColumnsChart id="sent" title="Sent each month" months={names} values={sent} top={top} />
          <h3 className="mt-6 mb-2">Published each month</h3>
          <ColumnsChart id="published" title="Published each month" months={names} values={published} top={top} />
          <NumbersTable
            caption="Sent and published each month"
            head={["Month", "Sent", "Published"]}
            rows={months.map((one) => [unbrokenMonth(one.month), figure(one.sent), figure(one.published)])}
          />
        </>
      )}
    </ReportSection>
  );
}
