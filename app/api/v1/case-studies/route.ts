import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { listAfter } from "#lib/data/directory/listing-pages.ts";
import { listBody } from "#lib/feeds/api/list.ts";
import { listingParameters, mostItems, paging, usualItems } from "#lib/feeds/api/parameters.ts";
import { pathAfter, readList } from "#lib/http/api/read-list.ts";
import { paths } from "#lib/http/paths.ts";
import { answer, refused } from "../answer.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";

const bounds = {
  names: [...listingParameters, ...paging].map(({ name }) => name),
  usual: usualItems,
  most: mostItems,
};

/** What is published, with the filters, the search and the order of the page for people. */
export const GET = (request: Request) =>
  answer(request, async () => {
    const asked = readList(parametersOf(new URL(request.url).search), await getCatalogue(), bounds);
    if (!asked.ok) return refused(asked.reason);
    const { query, from, limit, moved } = asked.value;
    if (moved) return new Response(null, { status: 301, headers: { location: pathAfter(asked.value, from) } });
    const { cards, total, next } = await listAfter(query, from, limit);
    const body = listBody({ cards, total, page: paths.listing(query), next: next && pathAfter(asked.value, next) });
    return { body, ...(body.next && { headers: { link: `<${body.next}>; rel="next"` } }) };
  });
