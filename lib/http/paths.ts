import { everyEvent, writeHistory, type HistoryQuery } from "#lib/domain/history/query.ts";
import type { GroupKey } from "#lib/domain/listing/groups.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { ownQueue, type QueueQuery } from "#lib/domain/queue/query.ts";
import { writeQueue } from "#lib/domain/queue/write.ts";

const withQuery = (path: string, search: string) => (search ? `${path}?${search}` : path);
const historyPart = (query: Partial<HistoryQuery>) => writeHistory({ ...everyEvent, ...query });

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
  signInProvider: "/sign-in/provider",
  secondFactor: "/sign-in/second-factor",
  recoveryCodes: "/sign-in/recovery-codes",
  signOut: "/sign-in/out",
  signOutEverywhere: "/sign-in/out-everywhere",
  account: "/sign-in/account",
  queue: (query: Partial<QueueQuery> = {}) => withQuery("/editor/queue", writeQueue({ ...ownQueue, ...query })),
  review: (id: string) => `/editor/review/${id}`,
  reviewMove: (id: string, move: string) => `/editor/review/${id}/move/${move}`,
  reviewDecide: (id: string) => `/editor/review/${id}/decide`,
  reviewComment: (id: string) => `/editor/review/${id}/comment`,
  reviewEdit: (id: string, section: string) => `/editor/review/${id}/edit/${section}`,
  reviewPreview: (id: string) => `/editor/review/${id}/preview`,
  reviewStillRight: (id: string) => `/editor/review/${id}/still-right`,
  reviewLeadTerm: (id: string) => `/editor/review/${id}/lead-term`,
  reviewNext: (id: string) => `/editor/review/${id}/next`,
  /** Below it are the forms about the people outside who check a version's facts. */
  reviewFactChecks: (id: string) => `/editor/review/${id}/fact-check`,
  suggestions: "/editor/suggestions",
  history: "/editor/history",
  historyWith: (query: Partial<HistoryQuery>) => withQuery("/editor/history", historyPart(query)),
  historyFile: (query: Partial<HistoryQuery>) => withQuery("/editor/history/csv", historyPart({ ...query, page: 1 })),
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
