import { newestOf, partsOf, sitemapIndexOf } from "#lib/feeds/sitemap.ts";
import { paths } from "#lib/http/paths.ts";
import { answerSitemap } from "../sitemap/answer.ts";

/** Where the files of the sitemap are. */
export const GET = (request: Request) =>
  answerSitemap(request, (addresses, origin) =>
    sitemapIndexOf(
      partsOf(addresses).map((part, index) => ({
        url: origin + paths.sitemapPart(String(index + 1)),
        changed: newestOf(part),
      })),
    ),
  );
