import type { TermList } from "#lib/domain/catalogue/terms.ts";
import { paths } from "#lib/http/paths.ts";

/** Where the pages of a list are, for readers. */
export const pageOf = (list: TermList): ((slug: string) => string) =>
  list === "topic" ? paths.topic : paths.supportType;
