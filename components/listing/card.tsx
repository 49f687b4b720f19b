import { Outcome } from "#components/ui/outcome.tsx";
import { monthOf } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

/** What a list shows of one case study. */
export interface CardProps {
  slug: string;
  title: string;
  summary: string;
  councilName: string;
  /** "London borough" */
  councilType: string | null;
  publishedAt: Date;
  /** The outcome to point out, with its words. Work that worked needs none. */
  outcome: { value: string; label: string } | null;
  lead: { group: "topic" | "support"; slug: string; name: string } | null;
}

/** One case study in a list. */
export function Card({ slug, title, summary, councilName, councilType, publishedAt, outcome, lead }: CardProps) {
  return (
    <article className="border-b border-line py-6">
      <h3 className="max-w-prose">
        <a href={paths.caseStudy(slug)}>{title}</a>
      </h3>
      <p className="mt-1 text-small text-soft">
        <b className="text-ink">{councilName}</b>
        {councilType && ` · ${councilType}`} ·{" "}
        <time dateTime={publishedAt.toISOString().slice(0, 10)}>{monthOf(publishedAt)}</time>
      </p>
      <p className="mt-2 max-w-prose">{summary}</p>
      {(outcome || lead) && (
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small">
          {outcome && <Outcome value={outcome.value}>{outcome.label}</Outcome>}
          {lead && <a href={paths.chosen(lead.group, lead.slug)}>{`View all ${lead.name} articles`}</a>}
        </p>
      )}
    </article>
  );
}
