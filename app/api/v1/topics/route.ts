import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished } from "#lib/data/directory/listings.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { topicsBody } from "#lib/feeds/api/reference.ts";
import { answer, refuseParameters } from "../answer.ts";

export const GET = (request: Request) =>
  answer(request, async () => {
    const [catalogue, { counts }] = await Promise.all([getCatalogue(), countPublished(everything)]);
    return refuseParameters(request) ?? { body: topicsBody(catalogue.topic, counts.topic) };
  });
