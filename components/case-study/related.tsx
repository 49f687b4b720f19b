import { CardList } from "#components/listing/card-list.tsx";
import type { CardProps } from "#components/listing/card.tsx";

/** What somebody who has read one case study may want to read next. */
export function Related({ cards }: { cards: readonly CardProps[] }) {
  if (!cards.length) return null;
  return (
    <section aria-labelledby="related" className="band pt-14 print:hidden">
      <h2 id="related" className="border-b-[3px] border-ink pb-3">
        Related case studies
      </h2>
      <CardList labelledBy="related" cards={cards} />
    </section>
  );
}
