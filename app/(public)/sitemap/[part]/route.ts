import { partsOf, sitemapOf } from "#lib/feeds/sitemap.ts";
import { answerSitemap } from "../answer.ts";

/** One file of the sitemap: "1.xml" is the first. */
export async function GET(request: Request, { params }: RouteContext<"/sitemap/[part]">) {
  const [, number = ""] = /^([1-9]\d{0,5})\.xml$/.exec((await params).part) ?? [];
  return answerSitemap(request, (addresses) => {
    const part = partsOf(addresses)[Number(number) - 1];
    return part ? sitemapOf(part) : null;
  });
}
