import { Card, type CardProps } from "./card.tsx";

interface Props {
  /** Id of the heading that names the list. */
  labelledBy: string;
  cards: readonly CardProps[];
  /** The number of the first card, on a later page of a list. */
  start?: number;
}

/** Some case studies in an order that means something. */
export function CardList({ labelledBy, cards, start }: Props) {
  return (
    <ol aria-labelledby={labelledBy} start={start}>
      {cards.map((card) => (
        <li key={card.slug}>
          <Card {...card} />
        </li>
      ))}
    </ol>
  );
}
