import type { Finding, Outcome } from "#lib/domain/imports/findings.ts";
import { findingWords, outcomeWords, weightWords } from "#lib/domain/imports/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Row {
  number: number;
  place: number;
  key: string;
  title: string;
  outcome: Outcome;
  findings: readonly Finding[];
  /** Where it is: its page, or the draft that it became. */
  slug: string | null;
  draft: string | null;
}

interface Props {
  importId: string;
  rows: readonly Row[];
  /** What places in the file are called. */
  place: string;
}

/** What was found about rows, or became of them. */
export function ReportRows({ importId, rows, place }: Props) {
  return (
    <ol className="divide-y divide-line border-y border-line [list-style-type:'']">
      {rows.map((row) => (
        <li key={row.number} className="py-3">
          <p className="text-small text-soft">
            {place} {row.place}
            {row.key && row.key !== row.title && (
              <span className="[overflow-wrap:anywhere]">
                {" · "}
                {row.key}
              </span>
            )}
          </p>
          <p className="font-bold [overflow-wrap:anywhere]">
            {outcomeWords[row.outcome]}:{" "}
            {row.slug ? <a href={paths.caseStudy(row.slug)}>{row.title}</a> : row.title || "no title"}
          </p>
          <Findings findings={row.findings} />
          {row.draft && (
            <form method="post" action={`${paths.importReport(importId)}/open`} className="no-print mt-1">
              <button type="submit" name="version" value={row.draft} className="link-button">
                Finish the draft<span className="sr-only"> of {row.title}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const changes = findings.filter(({ weight }) => weight === "change").map(({ message }) => message);
  const others = findings.filter(({ weight }) => weight !== "change");
  if (!findings.length) return null;
  return (
    <ul className="mt-1 max-w-prose text-small">
      {changes.length > 0 && (
        <li>
          {weightWords.change}: {changes.join(", ")}
        </li>
      )}
      {others.map((finding, index) => (
        <li key={index} className="[overflow-wrap:anywhere]">
          <span className={finding.weight === "wrong" ? "font-bold text-did-not-work" : "text-soft"}>
            {weightWords[finding.weight]}:
          </span>{" "}
          {findingWords(finding)}
        </li>
      ))}
    </ul>
  );
}
