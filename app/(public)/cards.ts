import type { CardProps } from "#components/listing/card.tsx";
import type { Card } from "#lib/data/directory/listings.ts";
import { kindOf } from "#lib/domain/councils.ts";
import { getTemplate, outcomeToPointOut, questionFor } from "#lib/domain/template/templates.ts";

/** What a search adds to its cards: the words to mark, why each was found, and what its council shares with another. */
export interface Reasons {
  forms: ReadonlySet<string>;
  passages: ReadonlyMap<string, string>;
  shared: ReadonlyMap<string, readonly string[]>;
}

/** Rows of the listing with the words a reader sees. */
export function cardsFrom(rows: readonly Card[], reasons?: Reasons): CardProps[] {
  return rows.map(({ template, councilType, councilSlug, outcome, ...row }) => ({
    ...row,
    councilType: kindOf(councilType) || null,
    elsewhere: questionFor(getTemplate(template), "source") !== null,
    outcome: outcomeToPointOut(getTemplate(template), outcome),
    forms: reasons?.forms,
    passage: reasons?.passages.get(row.slug),
    shared: reasons?.shared.get(councilSlug ?? ""),
  }));
}
