import { Dotted } from "#components/ui/dotted.tsx";
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
  /** Whether its text lives somewhere else. */
  elsewhere: boolean;
  /** The outcome to point out, with its words. Work that worked needs none. */
  outcome: { value: string; label: string } | null;
  lead: { group: "topic" | "support"; slug: string; name: string } | null;
}

/** One case study in a list. */
export function Card({ slug, title, summary, outcome, lead, ...card }: CardProps) {
  return (
    <article className="card">
      <h3>
        <a href={paths.caseStudy(slug)}>{title}</a>
      </h3>
      <p className="meta">
        <Dotted>
          <b>{card.councilName}</b>
          {card.councilType}
          <time dateTime={card.publishedAt.toISOString().slice(0, 10)}>{monthOf(card.publishedAt)}</time>
          {card.elsewhere && "Published elsewhere"}
        </Dotted>
      </p>
      <p>{summary}</p>
      {(outcome || lead) && (
        <p className="also">
          {outcome && <Outcome value={outcome.value}>{outcome.label}</Outcome>}
          {lead && <a href={paths.chosen(lead.group, lead.slug)}>{`View all ${lead.name} articles`}</a>}
        </p>
      )}
    </article>
  );
}
