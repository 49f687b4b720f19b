import { cataloguePaths } from "./catalogue/paths.ts";
import { everyEvent, writeHistory, type HistoryQuery } from "#lib/domain/history/query.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { ownQueue, type QueueQuery } from "#lib/domain/queue/query.ts";
import { writeQueue } from "#lib/domain/queue/write.ts";
import type { Note } from "#lib/domain/workflow/desk-notes.ts";

const withQuery = (path: string, search: string) => (search ? `${path}?${search}` : path);
const historyPart = (query: Partial<HistoryQuery>) => writeHistory({ ...everyEvent, ...query });

/** The addresses that only editors are led to: how they sign in, and their side of the site. */
export const editorPaths = {
  reviewAsWord: (id: string) => `/editor/review/${id}/case-study.docx`,
  signInProvider: "/sign-in/provider",
  secondFactor: "/sign-in/second-factor",
  recoveryCodes: "/sign-in/recovery-codes",
  signOut: "/sign-in/out",
  signOutEverywhere: "/sign-in/out-everywhere",
  account: "/sign-in/account",
  queue: (query: Partial<QueueQuery> = {}) => withQuery("/editor/queue", writeQueue({ ...ownQueue, ...query })),
  review: mailedPaths.review,
  /** The desk, with what became of one of its buttons. */
  reviewNoted: (id: string, note: Note) => `${mailedPaths.review(id)}?noted=${note}`,
  reviewMove: (id: string, move: string) => `/editor/review/${id}/move/${move}`,
  reviewDecide: (id: string) => `/editor/review/${id}/decide`,
  reviewComment: (id: string) => `/editor/review/${id}/comment`,
  reviewEdit: (id: string, section: string) => `/editor/review/${id}/edit/${section}`,
  /** A file that is not public yet; a width of 0 is the file as it is kept. */
  reviewFile: (id: string, file: string, width = 0) => `/editor/review/${id}/files/${file}/${width}`,
  reviewPreview: (id: string) => `/editor/review/${id}/preview`,
  reviewStillRight: (id: string) => `/editor/review/${id}/still-right`,
  reviewLeadTerm: (id: string) => `/editor/review/${id}/lead-term`,
  reviewNext: (id: string) => `/editor/review/${id}/next`,
  reviewFactChecks: (id: string) => `/editor/review/${id}/fact-check`,
  reviewBy: (id: string) => `/editor/review/${id}/review-by`,
  suggestions: "/editor/suggestions",
  upkeep: (tab: "follow-ups" | "contacts" | "links" = "follow-ups") =>
    tab === "follow-ups" ? "/editor/upkeep" : `/editor/upkeep?tab=${tab}`,
  suggestionsWith: (search: string) => withQuery("/editor/suggestions", search),
  suggestionsAbout: (caseStudyId: string) => `/editor/suggestions?about=${caseStudyId}`,
  history: "/editor/history",
  historyWith: (query: Partial<HistoryQuery>) => withQuery("/editor/history", historyPart(query)),
  historyFile: (query: Partial<HistoryQuery>) => withQuery("/editor/history/csv", historyPart({ ...query, page: 1 })),
  caseStudyHistory: (caseStudyId: string) => `/editor/history/${caseStudyId}`,
  searches: "/editor/searches",
  searchesOf: (report: string, days: number) => `/editor/searches?show=${report}&days=${days}`,
  synonyms: "/editor/synonyms",
  reports: "/editor/reports",
  reportFile: (report: string) => `/editor/reports/${report}/csv`,
  people: "/editor/people",
  /** Below it are the forms about all of them. */
  editCollections: "/editor/catalogue/collections",
  /** Below it are the forms about one. */
  editCollection: (id: string) => `/editor/catalogue/collections/${id}`,
  renameCollection: (id: string) => `/editor/catalogue/collections/${id}/rename`,
  retireCollection: (id: string) => `/editor/catalogue/collections/${id}/retire`,
  editCouncils: "/editor/catalogue/councils",
  councilsOfType: (type: string) => `/editor/catalogue/councils?type=${type}`,
  addCouncil: "/editor/catalogue/councils/add",
  editCouncil: (id: string) => `/editor/catalogue/councils/${id}`,
  changeCouncil: (id: string) => `/editor/catalogue/councils/${id}/change`,
  endCouncil: (id: string) => `/editor/catalogue/councils/${id}/end`,
  mergeCouncil: (id: string) => `/editor/catalogue/councils/${id}/merge`,
  imports: "/editor/imports",
  importsOn: (page: number) => (page > 1 ? `/editor/imports?page=${page}` : "/editor/imports"),
  /** Drafts that came from files and wait to be finished. */
  importedDrafts: (page = 1) => `/editor/imports?show=drafts${page > 1 ? `&page=${page}` : ""}`,
  /** What was found in a file, or became of it: rows of one kind, or all. */
  importReport: (id: string, only: string | null = null, page = 1) =>
    withQuery(
      `/editor/imports/${id}`,
      `${new URLSearchParams({ ...(only && { only }), ...(page > 1 && { page: `${page}` }) })}`,
    ),
  importReportFile: (id: string) => `/editor/imports/${id}/report.csv`,
  importColumns: "/editor/imports/columns.csv",
  queueFile: (query: Partial<QueueQuery>) =>
    withQuery("/editor/queue/csv", writeQueue({ ...ownQueue, ...query, page: 1 })),
  suggestionsFile: (search: string) => withQuery("/editor/suggestions/csv", search),
  ...cataloguePaths,
} as const;
