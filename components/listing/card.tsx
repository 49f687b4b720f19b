import { Dotted } from "#components/ui/dotted.tsx";
import { Marked } from "#components/ui/marked.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { monthOf } from "#components/ui/words.ts";
import { shownAt } from "#lib/domain/london-time.ts";
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
  /** Its first picture, with the widths it is kept in. */
  picture: { id: string; name: string; widths: readonly number[] } | null;
  /** The words to mark, folded, where it is the result of a search. */
  forms?: ReadonlySet<string> | undefined;
  /** The sentence that shows why it was found. */
  passage?: string | undefined;
  /** What its council shares with the one that councils should be like: "unitary", "similar size". */
  shared?: readonly string[] | undefined;
}

const nothing: ReadonlySet<string> = new Set();

/** One case study in a list. */
export function Card({
  slug,
  title,
  summary,
  outcome,
  lead,
  forms = nothing,
  passage,
  shared,
  picture,
  ...card
}: CardProps) {
  const shown = shownFor(card.publishedAt);
  return (
    <div className="card">
      {picture && <Thumbnail {...picture} />}
      <h3>
        <a href={paths.caseStudy(slug)}>
          <Marked text={title} forms={forms} />
        </a>
      </h3>
      <p className="meta">
        <Dotted>
          <b>{card.councilName}</b>
          {card.councilType}
          <time dateTime={shown.day}>{shown.month}</time>
          {card.elsewhere && "Published elsewhere"}
        </Dotted>
      </p>
      {shared && <p className="meta">Alike: {shared.join(", ")}</p>}
      <p>
        <Marked text={summary} forms={forms} />
      </p>
      {passage && (
        <p className="passage">
          <Marked text={passage} forms={forms} />
        </p>
      )}
      {(outcome || lead) && (
        <p className="also">
          {outcome && <Outcome value={outcome.value}>{outcome.label}</Outcome>}
          {lead && <a href={paths.chosen(lead.group, lead.slug)}>{`View all ${lead.name} articles`}</a>}
        </p>
      )}
    </div>
  );
}

// To write a date takes longer than the rest of a card, which may be held and shown many times.
const known = new WeakMap<Date, { day: string; month: string }>();

function shownFor(date: Date) {
  const before = known.get(date);
  if (before) return before;
  const shown = { day: shownAt(date)[0], month: monthOf(date) };
  known.set(date, shown);
  return shown;
}

/** Twice as many pixels as it takes on the page are enough for any screen. It says nothing that the title does not. */
function Thumbnail({ id, name, widths }: NonNullable<CardProps["picture"]>) {
  const [smallest] = widths.toSorted((one, two) => one - two);
  return (
    <img
      src={smallest ? paths.fileAtWidth(id, smallest) : paths.file(id, name)}
      alt=""
      width={144}
      height={108}
      loading="lazy"
    />
  );
}
