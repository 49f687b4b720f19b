import { BarsChart } from "#components/reports/bars-chart.tsx";
import { NumbersTable } from "#components/reports/numbers-table.tsx";
import { ReportSection } from "#components/reports/report-section.tsx";
import { counted, figure, lasting } from "#components/ui/words.ts";
import type { QueueAges as Ages } from "#lib/data/reports/queue-ages.ts";
import { ageBands } from "#lib/domain/reports/ages.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { paths } from "#lib/http/paths.ts";

/** How much waits, where and for how long, with the oldest of each state. */
export function QueueAges({ ages, now }: { ages: readonly Ages[]; now: Date }) {
  const bars = ageBands.map(({ name }, band) => ({
    name,
    value: ages.reduce((sum, { bands }) => sum + (bands[band] ?? 0), 0),
  }));
  return (
    <ReportSection
      report="queue"
      heading="How long the queue has waited"
      about={
        <>
          Everything <a href={paths.queue({ tab: "all" })}>open</a>, since it was first sent; what waits for its council
          or for a date, since it began to.
        </>
      }
    >
      {ages.length === 0 ? (
        <p>Nothing is open.</p>
      ) : (
        <>
          <BarsChart id="waiting" title="How many wait, by how long" bars={bars} />
          <NumbersTable
            caption="How many wait in each state, by how many weeks"
            head={["State, by weeks", ...["0–1", "1–2", "2–4", "4–12", "12+"].map(unbroken), "All"]}
            rows={ages.map(({ state, bands, total }) => [stateNames[state], ...[...bands, total].map(figure)])}
          />
          <h3 className="mt-6">The oldest in each state</h3>
          <ul className="mt-2 max-w-prose">
            {ages.map(({ state, oldest: { id, title, since } }) => (
              <li key={state} className="border-b border-line py-2">
                <span className="block text-small text-soft">
                  {stateNames[state]}, {lasting(since, now)}
                </span>
                <a href={paths.review(id)}>{title || "A case study without a title"}</a>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-small text-soft">
            {counted(
              bars.reduce((sum, { value }) => sum + value, 0),
              "case study is",
              "case studies are",
            )}{" "}
            open.
          </p>
        </>
      )}
    </ReportSection>
  );
}

/** A span of numbers that no line ends within. */
const unbroken = (span: string) => span.replace("–", "\u2060–\u2060");
