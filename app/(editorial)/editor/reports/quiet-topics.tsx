import { NumbersTable } from "#components/reports/numbers-table.tsx";
import { ReportSection } from "#components/reports/report-section.tsx";
import { figure, longDate } from "#components/ui/words.ts";
import type { QuietTopic } from "#lib/data/reports/quiet-topics.ts";
import { quietMonths } from "#lib/domain/reports/reports.ts";
import { paths } from "#lib/http/paths.ts";

/** The topics for which nothing new has come for long. */
export function QuietTopics({ topics }: { topics: readonly QuietTopic[] }) {
  return (
    <ReportSection
      report="topics"
      heading="Topics without a recent case study"
      about={`Nothing was published for the first time in the last ${quietMonths} months. What is published in a topic counts for the one it lies within too.`}
    >
      {topics.length === 0 ? (
        <p>Every topic has a recent case study.</p>
      ) : (
        <NumbersTable
          caption="Quiet topics"
          head={["Topic", "Case studies", "Newest"]}
          rows={topics.map(({ slug, name, parent, total, newest }) => [
            <>
              <a href={paths.topic(slug)} className="inline-block">
                {name}
              </a>
              {parent && <span className="block text-soft">in {parent}</span>}
            </>,
            figure(total),
            newest ? longDate(newest).replaceAll("\u00a0", " ") : "none",
          ])}
        />
      )}
    </ReportSection>
  );
}
