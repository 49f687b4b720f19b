/** How a requirement of the standard stands. */
export type Status =
  /** Tests have its number in their titles. */
  | { is: "proved"; but?: string }
  /** By a setting, a document or the way things are made; where. */
  | { is: "held"; where: string }
  | { is: "unmet"; why: string };

export interface Requirement {
  id: string;
  level: 1 | 2;
  /** What it asks for, in words of our own. */
  words: string;
  status: Status;
}

/** Some that do not apply, for one reason. */
export interface Inapplicable {
  why: string;
  level1: readonly string[];
  level2: readonly string[];
}

export const proved: Status = { is: "proved" };

/** Proved as far as it goes. In: what the tests do not show or the site does otherwise. */
export const provedBut = (but: string): Status => ({ is: "proved", but });

export const held = (where: string): Status => ({ is: "held", where });
export const unmet = (why: string): Status => ({ is: "unmet", why });

type Make = (id: string, words: string, status: Status) => Requirement;
export const level1: Make = (id, words, status) => ({ id, level: 1, words, status });
export const level2: Make = (id, words, status) => ({ id, level: 2, words, status });
