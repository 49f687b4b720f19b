import type { Answers } from "../template/answers.ts";
import type { Template } from "../template/questions.ts";
import { questionsOf } from "../template/templates.ts";

/** For what was merged, the id of what stands for it by now. */
export interface StandIns {
  topics: ReadonlyMap<string, string>;
  supportTypes: ReadonlyMap<string, string>;
}

/** Where every chain of pointers ends. One that comes round to itself ends where it began. */
export function endsOf(pointers: readonly { id: string; to: string }[]): Map<string, string> {
  const next = new Map(pointers.map(({ id, to }) => [id, to]));
  return new Map(
    pointers.map(({ id }) => {
      const passed = new Set<string>();
      let end = id;
      for (let to = next.get(end); to !== undefined && !passed.has(end); to = next.get(end)) {
        passed.add(end);
        end = to;
      }
      return [id, end];
    }),
  );
}

/** Ids with those that stand for them instead, each once, in their order. */
export const standing = (ids: readonly string[], standIns: ReadonlyMap<string, string>): string[] => [
  ...new Set(ids.map((id) => standIns.get(id) ?? id)),
];

/** Answers as they read by now: what was merged since they were written is what stands for it. */
export function standingAnswers(template: Template, answers: Answers, standIns: StandIns): Answers {
  const changed = questionsOf(template).flatMap((question) => {
    if (question.kind !== "choices") return [];
    const given = answers[question.key];
    return Array.isArray(given) ? [[question.key, standing(given.map(String), standIns[question.from])] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(changed) };
}
