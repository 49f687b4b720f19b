import { z } from "zod";
import type { Card } from "#lib/data/directory/listings.ts";
import { licence } from "#lib/domain/licence.ts";
import { printedAddress } from "#lib/http/site.ts";
import { card, cardBody } from "./card.ts";
import { address } from "./terms.ts";

export const licenceBody = z
  .strictObject({ name: z.string(), url: z.string().meta({ format: "uri" }) })
  .meta({ id: "Licence", description: "The terms under which the words may be used." });

export const cardList = z
  .strictObject({
    total: z.int().min(0).meta({ description: "How many case studies the filters return, on all pages together." }),
    items: z.array(card),
    page: address("The same list as a page for people."),
    next: z
      .union([address("The next items. It is in the field `Link` as well."), z.null()])
      .meta({ description: "The address of the next items; null on the last page." }),
    licence: licenceBody,
  })
  .meta({ id: "CaseStudyList", description: "One page of case studies, in the order asked for." });

/** One page of a list. @param page the path of the same list for people @param next the path of what follows, if anything does */
export const listBody = (found: { total: number; cards: readonly Card[]; page: string; next: string | null }) =>
  ({
    total: found.total,
    items: found.cards.map(cardBody),
    page: printedAddress(found.page),
    next: found.next && printedAddress(found.next),
    licence,
  }) satisfies z.output<typeof cardList>;
