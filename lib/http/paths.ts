import type { GroupKey } from "#lib/domain/listing/groups.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";

/** Every address of the site, so that a link is never spelt twice. */
export const paths = {
  home: "/",
  listing: (query: Partial<ListingQuery> = {}) => addressOf({ ...everything, ...query }),
  /** The listing with one choice made. */
  chosen: (group: GroupKey, slug: string) => addressOf({ ...everything, [group]: [slug] }),
  caseStudy: (slug: string) => `/case-studies/${slug}`,
  topics: "/topics",
  topic: (slug: string) => `/topics/${slug}`,
  supportTypes: "/support-types",
  supportType: (slug: string) => `/support-types/${slug}`,
  councils: "/councils",
  council: (slug: string) => `/councils/${slug}`,
  collections: "/collections",
  collection: (slug: string) => `/collections/${slug}`,
  submit: "/submit",
  about: "/about",
  contact: "/contact",
  accessibility: "/accessibility",
  privacy: "/privacy",
  cookies: "/cookies",
} as const;
