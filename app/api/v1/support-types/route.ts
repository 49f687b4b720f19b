import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished } from "#lib/data/directory/listings.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { supportTypesBody } from "#lib/feeds/api/reference.ts";
import { answer, refuseParameters } from "../answer.ts";

export const GET = (request: Request) =>
  answer(request, async () => {
    const [catalogue, { counts }] = await Promise.all([getCatalogue(), countPublished(everything)]);
    return refuseParameters(request) ?? { body: supportTypesBody(catalogue.support, counts.support) };
  });
