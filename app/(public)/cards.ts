import type { CardProps } from "#components/listing/card.tsx";
import type { Card } from "#lib/data/listings.ts";
import { kindOf } from "#lib/domain/councils.ts";
import { current, getTemplate, labelOf } from "#lib/domain/template/templates.ts";

/** Rows of the listing with the words a reader sees. Only an outcome other than "worked" is pointed out on a card. */
export function cardsFrom(rows: readonly Card[]): CardProps[] {
  return rows.map((row) => {
    const label = labelOf(getTemplate(current.caseStudy), "outcome", row.outcome);
    const outcome =
      row.outcome && label && row.outcome !== "worked"
        ? { value: row.outcome, label: row.outcome === "mixed" ? `${label} outcome` : label }
        : null;
    return { ...row, councilType: kindOf(row.councilType) || null, outcome };
  });
}
