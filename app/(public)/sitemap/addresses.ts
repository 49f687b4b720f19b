import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { listDatedAddresses, type DatedAddress } from "#lib/data/feeds/dated-addresses.ts";
import type { Term } from "#lib/domain/listing/groups.ts";
import { newestOf, type SitemapAddress } from "#lib/feeds/sitemap.ts";
import { paths } from "#lib/http/paths.ts";

const fixed = [
  ...[paths.about, paths.submit, paths.contact, paths.accessibility, paths.privacy, paths.cookies],
  ...[paths.topics, paths.supportTypes, paths.councils, paths.collections],
];

/**
 * Every address that a search engine may list, canonical and with something to read. A list changed when the newest of its
 * case studies did; of pages that only a new release changes it is not said.
 */
export async function listAddresses(origin: string): Promise<SitemapAddress[]> {
  const [rows, catalogue] = await Promise.all([listDatedAddresses(), getCatalogue()]);
  const caseStudies = rows.map(({ slug, changedAt }) => ({ path: paths.caseStudy(slug), changed: changedAt }));
  const changed = newestOf(caseStudies);
  const topics = dated(catalogue.topic, rows, ({ topics: slugs }) => slugs);
  const lists = [
    ...topics.map(({ slug, ...one }) => ({ path: paths.topic(slug), ...one })),
    ...topics.map(({ slug, ...one }) => ({ path: paths.chosen("topic", slug), ...one })),
    ...dated(catalogue.support, rows, ({ support }) => support).map(at(paths.supportType)),
    ...dated(catalogue.collection, rows, ({ collections }) => collections).map(at(paths.collection)),
    ...dated(catalogue.council, rows, ({ councilSlug }) => [councilSlug ?? ""]).map(at(paths.council)),
  ];
  return [
    { path: paths.home, changed },
    { path: paths.listing(), changed },
    ...fixed.map((path) => ({ path, changed: null })),
    ...lists,
    ...caseStudies,
  ].map(({ path, ...one }) => ({ url: origin + path, ...one }));
}

interface DatedTerm {
  slug: string;
  changed: Date | null;
}

const at =
  (path: (slug: string) => string) =>
  ({ slug, changed }: DatedTerm) => ({ path: path(slug), changed });

/** The terms that have something, each with when its newest case study changed. */
function dated(terms: readonly Term[], rows: readonly DatedAddress[], slugsOf: (row: DatedAddress) => string[]) {
  const newest = new Map<string, Date>();
  for (const row of rows)
    for (const slug of slugsOf(row)) if (row.changedAt > (newest.get(slug) ?? 0)) newest.set(slug, row.changedAt);
  return terms.flatMap(({ slug }): DatedTerm[] => {
    const changed = newest.get(slug);
    return changed ? [{ slug, changed }] : [];
  });
}
