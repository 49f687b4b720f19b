/** The statuses a page may answer with. */
export const pageStatuses = [200, 301, 303, 307, 308, 400, 403, 404, 409, 410, 413, 422, 429, 503] as const;

/** What the gate fills in where these stand in an error page, which it fetches once and keeps. */
export const placeholders = { requestId: "{request-id}", text: "{text}" } as const;

/** What a page says about itself to whatever stands in front of it. */
export interface PageDirective {
  /** HTTP status of the page, where it is not 200. */
  status?: (typeof pageStatuses)[number] | undefined;
  /** Where the reader belongs instead: a path of ours. */
  location?: string | undefined;
  /** False for a page that no cache may keep. */
  store?: boolean | undefined;
  /** How many results a search had, on its first page. */
  found?: number | undefined;
}

/** Marks an element whose inside is finished HTML, and says how many characters it has. */
export const finished = "data-finished";
