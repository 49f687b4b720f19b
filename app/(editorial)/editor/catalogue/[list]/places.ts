import type { TermRow } from "#lib/domain/catalogue/terms.ts";

/** What a topic can be put under: what is offered on the top level. */
export const placesFor = (rows: readonly TermRow[], but = "") =>
  rows
    .filter(({ id, parentId, retiredAt }) => parentId === null && retiredAt === null && id !== but)
    .map(({ id, name }) => ({ id, name, within: false }));

/** What something can be merged into: whatever else is offered. */
export const othersFor = (rows: readonly TermRow[], but: string) =>
  rows
    .filter(({ id, retiredAt }) => retiredAt === null && id !== but)
    .map(({ id, name, parentId }) => ({ id, name, within: parentId !== null }));
