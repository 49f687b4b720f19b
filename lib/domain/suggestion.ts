/** The most characters of a suggestion or a problem: enough to say what is wrong, too few for another case study. */
export const longestSuggestion = 2000;

/** The most characters of an answer to one: a letter that says what came of it. */
export const longestAnswer = 2000;

/** What can be wrong with a page, as its readers say it and as editors read it in a list. */
export const problems = [
  { value: "link", label: "A link is broken", short: "Broken link" },
  { value: "facts", label: "Something it says is wrong", short: "Wrong facts" },
  { value: "contact", label: "The contact does not answer", short: "Silent contact" },
  { value: "access", label: "I cannot read or use the page", short: "Cannot be read or used" },
  { value: "private", label: "It shows something that should not be public", short: "Should not be public" },
  { value: "other", label: "Something else", short: "Something else" },
] as const;

export type ProblemKind = (typeof problems)[number]["value"];

/** What a reader can tell the editors: how it should be instead, or what is wrong. */
export type SuggestionKind = "change" | ProblemKind;

/** The kind of a problem by its name. Null for a name that is none. */
export const readProblem = (name: string): ProblemKind | null =>
  problems.find(({ value }) => value === name)?.value ?? null;

/** A suggestion's kind in few words; "" for a change, which is what they are unless something is said. */
export const problemName = (kind: string): string => problems.find(({ value }) => value === kind)?.short ?? "";

export const isProblem = (kind: string): boolean => problemName(kind) !== "";

/** Within how many working days an editor looks at a problem, as whoever reports one is told. */
export const workingDaysToLook = 10;

/** For how many days after a problem was settled its reader's address is kept, so that the answer can arrive and be asked about. */
export const daysAddressKept = 30;
