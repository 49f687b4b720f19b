import { findCollection, listCollections } from "#lib/data/directory/terms.ts";
import { collectionsBody } from "#lib/feeds/api/reference.ts";
import { answer, refuseParameters } from "../answer.ts";

export const GET = (request: Request) =>
  answer(request, async () => {
    const all = await Promise.all((await listCollections()).map(({ slug }) => findCollection(slug)));
    return refuseParameters(request) ?? { body: collectionsBody(all.filter((one) => one !== null)) };
  });
