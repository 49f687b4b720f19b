import { DaysChart, DaysKey } from "#components/reports/days-chart.tsx";
import { NumbersTable } from "#components/reports/numbers-table.tsx";
import { ReportSection } from "#components/reports/report-section.tsx";
import { unbrokenMonth } from "#components/reports/words.ts";
import { figure } from "#components/ui/words.ts";
import type { MonthReport } from "#lib/data/reports/months.ts";

/** How long councils waited for a decision, by the month in which it was made. */
export function DaysToDecision({ months }: { months: readonly MonthReport[] }) {
  const shown = (days: number | null) => (days === null ? "–" : figure(days));
  return (
    <ReportSection
      report="days"
      heading="Days to a decision"
      about="Days of the calendar from when a version was first sent until it was published or declined, in the month of that decision: the same as councils are told."
    >
      {months.every(({ decisions }) => decisions === 0) ? (
        <p>Nothing was decided in the last {months.length} months.</p>
      ) : (
        <>
          <DaysKey />
          <DaysChart id="decided" title="Days to a decision, by the month it was made in" months={months} />
          <NumbersTable
            caption="Days to a decision each month"
            head={["Month", "Decisions", "Half", "Nine in ten"]}
            rows={months.map((one) => [
              unbrokenMonth(one.month),
              figure(one.decisions),
              shown(one.median),
              shown(one.ninetieth),
            ])}
          />
        </>
      )}
    </ReportSection>
  );
}
