import type { CardProps } from "#components/listing/card.tsx";
import type { Card } from "#lib/data/directory/listings.ts";
import { kindOf } from "#lib/domain/councils.ts";
import { getTemplate, outcomeToPointOut, questionFor } from "#lib/domain/template/templates.ts";

/** Rows of the listing with the words a reader sees. */
export function cardsFrom(rows: readonly Card[]): CardProps[] {
  return rows.map(({ template, councilType, outcome, ...row }) => ({
    ...row,
    councilType: kindOf(councilType) || null,
    elsewhere: questionFor(getTemplate(template), "source") !== null,
    outcome: outcomeToPointOut(getTemplate(template), outcome),
  }));
}
