import type { ReactNode } from "react";
import { AlertLink } from "#components/listing/alert-link.tsx";
import { CardList } from "#components/listing/card-list.tsx";
import type { CardProps } from "#components/listing/card.tsx";
import { counted } from "#components/ui/words.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

interface Props {
  /** Where a page has more than one. */
  id?: string;
  heading: string;
  cards: readonly CardProps[];
  total: number;
  /** Where all of them are listed. */
  all: string;
  /** What the link to all of them says after their number, where there are more than these. */
  about?: string;
  /** All that it says, where it leads to others as well. */
  allWords?: string;
  /** What to say where there is none. */
  none?: ReactNode;
  /** What they are a list of, for whoever wants to hear of new ones. */
  query?: ListingQuery;
}

/** The newest of something, and the way to all of it. */
export function Newest({ id = "newest", heading, cards, total, all, about = "", allWords, none, query }: Props) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b-[3px] border-ink pb-3">
        {heading}
      </h2>
      {cards.length > 0 ? (
        <CardList labelledBy={id} cards={cards} />
      ) : (
        (none ?? <p className="pt-6">There is none yet.</p>)
      )}
      {total > cards.length && (
        <p className="pt-6">
          <a href={all} className="quiet-link font-bold">
            {allWords ?? `All ${counted(total, "case study", "case studies")} ${about}`}
          </a>
        </p>
      )}
      {query && <AlertLink query={query} />}
    </section>
  );
}
