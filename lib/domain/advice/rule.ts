import type { Answers } from "../template/answers.ts";
import type { Template } from "../template/questions.ts";
import type { Passage } from "./passages.ts";

/** A published case study, as far as telling a duplicate needs it. */
export interface KnownTitle {
  slug: string;
  title: string;
  councilId: string | null;
}

/** What the directory already holds. For a next version, leave out the case study it belongs to. */
export interface Known {
  titles: readonly KnownTitle[];
}

/** All that a rule may look at. */
export interface Version {
  template: Template;
  answers: Answers;
  passages: readonly Passage[];
  known: Known;
  now: Date;
}

/** One thing that a rule noticed, where, and what to do about it. */
export interface Finding {
  section: string;
  question: string;
  message: string;
  /** The words it is about. */
  excerpt?: string;
  /** The published case study it is about. */
  slug?: string;
}

export type Rule = (version: Version) => Finding[];
