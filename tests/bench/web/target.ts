/** What a page with a list is asked for. */
export interface Asked {
  /** Words looked for. */
  words?: string;
  topic?: string;
  support?: string;
  /** From 1. */
  page?: number;
}

/** The pages that are asked for again and again. */
export type PageName = "listing" | "search" | "case study";

/** A program that serves the case studies, or one page of them. */
export interface Target {
  name: string;
  listOf(asked: Asked): string;
  caseStudyOf(slug: string): string;
  /** The processes its trees begin with: a server, its database, what stands in front. */
  pids: readonly number[];
  /** Makes its pages anew, so that it is asked less often. */
  slow?: true;
  /** The only page that it is asked for, where it keeps no other. */
  keeps?: PageName;
}

/** What was begun for a measurement and has to be ended, the last first. Whatever begins something says so here at once. */
export type Begun = Pick<AsyncDisposableStack, "defer" | "use">;

/** The name of the same thing in the addresses of a program. */
export type Names = Record<keyof Asked, string>;

/** What follows the question mark. */
export function queryOf(asked: Asked, names: Names): string {
  const given = Object.entries(names).flatMap(([key, name]) => {
    const value = asked[key as keyof Asked];
    return value === undefined || value === 1 ? [] : [[name, String(value)]];
  });
  const text = new URLSearchParams(given).toString();
  return text && `?${text}`;
}
