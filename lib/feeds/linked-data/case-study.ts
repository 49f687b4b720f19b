import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { licence } from "#lib/domain/licence.ts";
import { organisation } from "./site.ts";

/** Where a case study and what it names are to be found: paths of the site. */
interface Places {
  page: string;
  picture: string;
  council: (slug: string) => string;
  topic: (slug: string) => string;
}

/** A case study in the words of schema.org; null where it was withdrawn, as then nothing is claimed. */
export function caseStudyData(page: CaseStudyPage, places: Places, origin: string) {
  if (page.withdrawn) return null;
  const { facts, council, partners, topics, publishedAt, changedAt } = page;
  const url = origin + places.page;
  const asCouncil = ({ name, slug }: { name: string; slug: string }) => ({
    "@type": "GovernmentOrganization",
    name,
    url: origin + places.council(slug),
  });
  const by = council ? asCouncil(council) : facts.organisation && { "@type": "Organization", name: facts.organisation };
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline: facts.title,
    abstract: facts.summary,
    inLanguage: "en-GB",
    datePublished: publishedAt.toISOString(),
    dateModified: changedAt.toISOString(),
    ...(by && { author: by, publisher: by }),
    ...(partners.length > 0 && { contributor: partners.map(asCouncil) }),
    provider: organisation(origin),
    about: topics.map(({ name, slug }) => ({ "@type": "Thing", name, url: origin + places.topic(slug) })),
    image: { "@type": "ImageObject", url: origin + places.picture, width: 1200, height: 630 },
    isAccessibleForFree: true,
    license: licence.url,
    ...(facts.source && { isBasedOn: facts.source.url }),
  };
}
