/** The addresses of the public API. */
export const apiPaths = {
  caseStudies: (search = "") => `/api/v1/case-studies${search && `?${search}`}`,
  caseStudy: (slug: string) => `/api/v1/case-studies/${slug}`,
  topics: "/api/v1/topics",
  supportTypes: "/api/v1/support-types",
  councils: "/api/v1/councils",
  collections: "/api/v1/collections",
  suggest: (q: string) => `/api/v1/suggest?${new URLSearchParams({ q })}`,
  openapi: "/api/v1/openapi.json",
} as const;
