import type { GroupKey } from "#lib/domain/listing/groups.ts";
import { defaultSort, everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { addressOf, listingPath, writeListing } from "#lib/domain/listing/write.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { editorPaths } from "./editor-paths.ts";

export type ListingFormat = "atom" | "json" | "csv";
const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path);

/** Every address of the site, so that a link is never spelt twice. */
export const paths = {
  ...mailedPaths,
  ...editorPaths,
  home: "/",
  listing: (query: Partial<ListingQuery> = {}) => addressOf({ ...everything, ...query }),
  /** The listing with one choice made. */
  chosen: (group: GroupKey, slug: string) => addressOf({ ...everything, [group]: [slug] }),
  /** The listing in other dress: the same query, the same order. */
  listingAs: (format: ListingFormat, query: Partial<ListingQuery> = {}) =>
    addressOf({ ...everything, ...query }).replace(listingPath, `${listingPath}.${format}`),
  /** What the beginning of a search could become. */
  suggested: (q: string) => `/suggestions?${new URLSearchParams({ q })}`,
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
  /** A picture at one of the widths it is kept in. */
  fileAtWidth: (id: string, width: number) => `/files/${id}/width/${width}`,
  /** What a link to a case study looks like where it is shared. */
  picture: (slug: string) => `/case-studies/${slug}/picture.png`,
  openSearch: "/opensearch.xml",
  speculationRules: "/speculation-rules",
  sitemap: "/sitemap.xml",
  sitemapPart: (part: string) => `/sitemap/${part}.xml`,
  /** Asks for an alert about what a query lists. Its months are said there to be left out. */
  newAlert: (query: ListingQuery) =>
    withQuery("/alerts/new", writeListing({ ...query, sort: defaultSort(query), page: 1 })),
  sendNewAlert: "/alerts/new/send",
  alertAsked: "/alerts/asked",
  alertStopped: "/alerts/stopped",
  suggest: (slug: string) => `/case-studies/${slug}/suggest`,
  /** Tells the editors what is wrong with its page. */
  problem: (slug: string) => `/case-studies/${slug}/problem`,
  submit: "/submit",
  startDraft: "/submit/start",
  continueDraft: "/submit/continue",
  draftSection: (token: string, section: string) => `/submit/${token}/${section}`,
  /** A file that is not public yet, for whoever has its draft; a width of 0 is the file as it is kept. */
  draftFile: (token: string, id: string, width = 0) => `/submit/${token}/files/${id}/${width}`,
  wordTemplate: "/submit/template.docx",
  startFromWord: "/submit/word",
  draftWord: (token: string) => `/submit/${token}/word`,
  draftReading: (token: string, reading: string) => `/submit/${token}/word/${reading}`,
  /** A picture that was read, before it is taken. */
  readingPicture: (token: string, reading: string, position: number) =>
    `/submit/${token}/word/${reading}/pictures/${position}`,
  draftAsWord: (token: string) => `/submit/${token}/case-study.docx`,
  caseStudyAsWord: (slug: string) => `/case-studies/${slug}.docx`,
  draftEmail: (token: string) => `/submit/${token}/email`,
  draftPreview: (token: string) => `/submit/${token}/preview`,
  draftCheck: (token: string) => `/submit/${token}/check`,
  askForMyCaseStudies: "/my-case-studies",
  /** What is held about whoever has that list. */
  copy: (token: string) => `/my-case-studies/${token}/copy`,
  copyAsJson: (token: string) => `/my-case-studies/${token}/copy/everything.json`,
  draftDelete: (token: string) => `/submit/${token}/delete`,
  draftErase: (token: string) => `/submit/${token}/erase`,
  trackErase: (token: string) => `/track/${token}/erase`,
  erased: "/submit/erased",
  /** Below it are the forms about the people outside who check a version's facts. */
  mailbox: "/mailbox",
  letter: (id: string) => `/mailbox/${id}`,
  api: "/api",
  downloads: "/downloads",
  download: (name: string) => `/downloads/${name}`,
  about: "/about",
  contact: "/contact",
  accessibility: "/accessibility",
  privacy: "/privacy",
  cookies: "/cookies",
} as const;
