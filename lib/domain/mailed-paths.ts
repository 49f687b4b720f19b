/** The addresses that letters carry as well as pages. Those with a token open to whoever has it. */
export const mailedPaths = {
  caseStudy: (slug: string) => `/case-studies/${slug}`,
  draft: (token: string) => `/submit/${token}`,
  confirmEmail: (token: string) => `/submit/confirm/${token}`,
  track: (token: string) => `/track/${token}`,
  trackEdits: (token: string) => `/track/${token}/edits`,
  enquiry: (token: string) => `/enquiries/${token}`,
  factCheck: (token: string) => `/fact-check/${token}`,
  myCaseStudies: (token: string) => `/my-case-studies/${token}`,
  erase: (token: string) => `/erase/${token}`,
  alert: (token: string) => `/alerts/${token}`,
  /** Stops it when it is posted to, and asks whether to when it is opened. */
  alertStop: (token: string) => `/alerts/${token}/stop`,
  /** For editors alone. */
  review: (versionId: string) => `/editor/review/${versionId}`,
  problems: "/editor/suggestions?only=problems",
  signIn: "/sign-in",
  signInLink: (token: string) => `/sign-in/${token}`,
} as const;
