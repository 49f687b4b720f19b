import type { ReactNode } from "react";
import type { ReportKey } from "#lib/domain/reports/reports.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  report: ReportKey;
  heading: string;
  /** What is counted, and how. */
  about: ReactNode;
  children: ReactNode;
}

/** One report: what it counts, its charts and numbers, and the way to have it as a file. */
export function ReportSection({ report, heading, about, children }: Props) {
  return (
    <section aria-labelledby={report} className="ruled mt-14">
      <h2 id={report}>{heading}</h2>
      <p className="mt-2 max-w-prose">{about}</p>
      <p className="no-print mt-1">
        <a href={paths.reportFile(report)}>
          Download as CSV<span className="sr-only">: {heading}</span>
        </a>
      </p>
      <div className="mt-6">{children}</div>
    </section>
  );
}
