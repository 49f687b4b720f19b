import type { GroupKey } from "#lib/domain/listing/groups.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";

/** Every address of the site, so that a link is never spelt twice. */
export const paths = {
  ...mailedPaths,
  home: "/",
  listing: (query: Partial<ListingQuery> = {}) => addressOf({ ...everything, ...query }),
  /** The listing with one choice made. */
  chosen: (group: GroupKey, slug: string) => addressOf({ ...everything, [group]: [slug] }),
  topics: "/topics",
  topic: (slug: string) => `/topics/${slug}`,
  supportTypes: "/support-types",
  supportType: (slug: string) => `/support-types/${slug}`,
  councils: "/councils",
  council: (slug: string) => `/councils/${slug}`,
  collections: "/collections",
  collection: (slug: string) => `/collections/${slug}`,
  /** The name is for whoever keeps the file. */
  file: (id: string, name = "file") => `/files/${id}/${encodeURIComponent(name)}`,
  suggest: (slug: string) => `/case-studies/${slug}/suggest`,
  submit: "/submit",
  startDraft: "/submit/start",
  continueDraft: "/submit/continue",
  draftSection: (token: string, section: string) => `/submit/${token}/${section}`,
  draftEmail: (token: string) => `/submit/${token}/email`,
  draftPreview: (token: string) => `/submit/${token}/preview`,
  draftCheck: (token: string) => `/submit/${token}/check`,
  askForMyCaseStudies: "/my-case-studies",
  draftErase: (token: string) => `/submit/${token}/erase`,
  trackErase: (token: string) => `/track/${token}/erase`,
  erased: "/submit/erased",
  signIn: "/sign-in",
  secondFactor: "/sign-in/second-factor",
  signOut: "/sign-in/out",
  account: "/sign-in/account",
  queue: (query = "") => `/editor/queue${query && `?${query}`}`,
  review: (id: string) => `/editor/review/${id}`,
  suggestions: "/editor/suggestions",
  history: "/editor/history",
  caseStudyHistory: (caseStudyId: string) => `/editor/history/${caseStudyId}`,
  people: "/editor/people",
  mailbox: "/mailbox",
  letter: (id: string) => `/mailbox/${id}`,
  about: "/about",
  contact: "/contact",
  accessibility: "/accessibility",
  privacy: "/privacy",
  cookies: "/cookies",
} as const;
