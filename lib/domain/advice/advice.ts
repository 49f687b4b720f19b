import type { Answers } from "../template/answers.ts";
import type { Template } from "../template/questions.ts";
import { questionsOf } from "../template/templates.ts";
import { passagesOf } from "./passages.ts";
import type { Finding, Known, Rule } from "./rule.ts";
import { contactInProse } from "./rules/contact-in-prose.ts";
import { headingInSummary } from "./rules/heading-in-summary.ts";
import { headingLevel } from "./rules/heading-level.ts";
import { likelyDuplicate } from "./rules/likely-duplicate.ts";
import { linkText } from "./rules/link-text.ts";
import { longSentence } from "./rules/long-sentence.ts";
import { measureUnit } from "./rules/measure-unit.ts";
import { noFigure } from "./rules/no-figure.ts";
import { repeatedSentence } from "./rules/repeated-sentence.ts";
import { startInFuture } from "./rules/start-in-future.ts";
import { tableHeader } from "./rules/table-header.ts";
import { unexplainedAcronym } from "./rules/unexplained-acronym.ts";

/** Every rule of the advice, in the order it is given about one answer. */
export const rules = {
  "likely-duplicate": likelyDuplicate,
  "start-in-future": startInFuture,
  "heading-in-summary": headingInSummary,
  "contact-in-prose": contactInProse,
  "no-figure": noFigure,
  "measure-unit": measureUnit,
  "unexplained-acronym": unexplainedAcronym,
  "long-sentence": longSentence,
  "repeated-sentence": repeatedSentence,
  "link-text": linkText,
  "heading-level": headingLevel,
  "table-header": tableHeader,
} satisfies Record<string, Rule>;

export type Kind = keyof typeof rules;
export type Advice = Finding & { kind: Kind };

const mostOfAKind = 5;

/**
 * What a writer could still make better before sending. It is advice: none of it keeps anything from being submitted.
 *
 * @param answers as they stand, whether or not they fit
 * @param known published titles to look for duplicates among
 * @param now decides whether a month is in the future
 * @returns in the order of the template's questions, no two alike, at most five of a kind for each question
 */
export function adviceFor(template: Template, answers: Answers, known: Known, now: Date): Advice[] {
  const version = { template, answers, passages: passagesOf(template, answers), known, now };
  const advice = Object.entries(rules).flatMap(([kind, rule]) =>
    rule(version).map((finding) => ({ ...finding, kind: kind as Kind })),
  );
  const distinct = new Map(advice.map((one) => [JSON.stringify(one), one])).values();
  const byQuestion = Map.groupBy(distinct, ({ question }) => question);
  return questionsOf(template).flatMap(({ key }) => fewOfEachKind(byQuestion.get(key) ?? []));
}

function fewOfEachKind(advice: Advice[]): Advice[] {
  return [...Map.groupBy(advice, ({ kind }) => kind).values()].flatMap((alike) => {
    const shown = alike.slice(0, mostOfAKind);
    const last = shown.at(-1);
    if (last && alike.length > shown.length) {
      shown[shown.length - 1] = { ...last, message: `${last.message} ${moreLikeIt(alike.length - shown.length)}` };
    }
    return shown;
  });
}

const moreLikeIt = (count: number) =>
  count === 1 ? "There is 1 more like this in this answer." : `There are ${count} more like this in this answer.`;
