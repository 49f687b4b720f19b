import { openSearchOf } from "#lib/feeds/open-search.ts";
import { paths } from "#lib/http/paths.ts";
import { siteOrigin } from "#lib/http/site.ts";

/** Lets a browser offer our search as one of its own. */
export function GET(request: Request) {
  const origin = siteOrigin(request.headers.get("host"));
  const asked = "?q={searchTerms}";
  const body = openSearchOf({
    self: origin + paths.openSearch,
    icon: `${origin}/icon.svg`,
    page: origin + paths.listing() + asked,
    atom: origin + paths.listingAs("atom") + asked,
  });
  return new Response(body, {
    headers: {
      "content-type": "application/opensearchdescription+xml; charset=utf-8",
      "cache-control": "public, max-age=3600",
    },
  });
}
