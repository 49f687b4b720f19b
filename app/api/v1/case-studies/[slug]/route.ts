import { findByAddress, type CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { caseStudyBody } from "#lib/feeds/api/case-study.ts";
import { apiPaths } from "#lib/http/api/api-paths.ts";
import { answer, missing, refuseParameters } from "../../answer.ts";

/** One case study with everything its page shows. Its page’s address with ".json" behind it leads here too. */
export const GET = (request: Request, { params }: RouteContext<"/api/v1/case-studies/[slug]">) =>
  answer(request, async () => {
    const { slug } = await params;
    if (!/^[a-z0-9-]+$/.test(slug)) return missing(404);
    const found = await findByAddress(slug);
    switch (found.kind) {
      case "page":
        // What was withdrawn is answered for, as its page is, and listed nowhere.
        return refuseParameters(request) ?? { body: caseStudyBody(found.page), headers: robotsTag(found.page) };
      case "moved":
        return movedTo(found.to);
      case "gone":
        return missing(410);
      case "none":
        return missing(404);
    }
  });

/** The case study that took the place of another. Where something else did, there is nothing for programs. */
function movedTo(path: string): Response {
  const [, slug] = /^\/case-studies\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (!slug) return missing(410);
  return new Response(null, { status: 301, headers: { location: apiPaths.caseStudy(slug) } });
}

const robotsTag = ({ withdrawn }: CaseStudyPage): Record<string, string> =>
  withdrawn ? { "x-robots-tag": "noindex" } : {};
