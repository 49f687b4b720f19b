import { listCards } from "#lib/data/directory/listings.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { apiDocument } from "#lib/feeds/api/document.ts";
import { answer, refuseParameters } from "../answer.ts";

/** The description of the API for programs. */
export const GET = (request: Request) =>
  answer(request, async () => {
    const [newest] = await listCards(everything, 1);
    return refuseParameters(request) ?? { body: apiDocument(newest?.slug ?? null) };
  });
