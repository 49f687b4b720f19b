import { lengthOf, tidy } from "../template/text.ts";
import type { State } from "./states.ts";

/** For how many days somebody outside may answer. */
export const factCheckDays = 14;

/** The most characters of what they say about one section. */
export const longestRemark = 2000;

/** What they can answer, in the words of the form. */
export const verdicts = { right: "The facts are right", wrong: "Some things need to change" } as const;
export type Verdict = keyof typeof verdicts;

/** A verdict as a form sent it. Null for anything else. */
export const readVerdict = (typed: string): Verdict | null =>
  Object.hasOwn(verdicts, typed) ? (typed as Verdict) : null;

export interface FactCheckAnswer {
  verdict: Verdict;
  /** What was said about each section, by its key. What was left empty is absent. */
  remarks: Record<string, string>;
}

/** What decides whether somebody who was asked may still answer. */
interface Asked {
  /** Of the version they were asked about. */
  state: State;
  expiresAt: Date;
  revokedAt: Date | null;
  answeredAt: Date | null;
}

/** How it stands with a question to somebody outside. "over": the editors have decided without an answer. */
export type Standing = "open" | "answered" | "revoked" | "expired" | "over";

/** While the editors may still use an answer: until it is published or declined, or its author takes it back. */
const useful: readonly State[] = ["submitted", "in_review", "changes_requested", "accepted", "scheduled"];

/** How it stands with a question now. An answer that came in time stays one. */
export function standingOf({ state, expiresAt, revokedAt, answeredAt }: Asked, now: Date): Standing {
  if (answeredAt) return "answered";
  if (revokedAt) return "revoked";
  if (expiresAt <= now) return "expired";
  return useful.includes(state) ? "open" : "over";
}

/** An answer as it is kept: tidied, without what says nothing and without sections there are not. */
export function keptAnswer({ verdict, remarks }: FactCheckAnswer, sections: readonly string[]): FactCheckAnswer {
  const said = sections.map((section) => [section, tidy(remarks[section] ?? "")] as const);
  return { verdict, remarks: Object.fromEntries(said.filter(([, text]) => text !== "")) };
}

/** "remarks-missing": whoever asks for changes has to say which. */
export type AnswerRefusal = "remarks-missing" | "remark-too-long";

/** Why an answer cannot be taken as it is. Null where it can. */
export function flawOf({ verdict, remarks }: FactCheckAnswer): AnswerRefusal | null {
  const texts = Object.values(remarks);
  if (verdict === "wrong" && texts.length === 0) return "remarks-missing";
  return texts.some((text) => lengthOf(text) > longestRemark) ? "remark-too-long" : null;
}
