import { Card, type CardProps } from "./card.tsx";

interface Props {
  /** Id of the heading that names the list. */
  labelledBy: string;
  cards: readonly CardProps[];
  /** The number of the first card, on a later page of a list. */
  start?: number;
  /** Whether a search found them, so that opening one counts. */
  found?: boolean;
}

/** Some case studies in an order that means something. Safari takes a list for one only if it has a marker, even an empty one. */
export function CardList({ labelledBy, cards, start, found }: Props) {
  if (!cards.length) return null;
  return (
    <ol aria-labelledby={labelledBy} start={start} data-found={found ? "" : undefined} className="[list-style-type:'']">
      {cards.map((card) => (
        <li key={card.slug}>
          <Card {...card} />
        </li>
      ))}
    </ol>
  );
}
