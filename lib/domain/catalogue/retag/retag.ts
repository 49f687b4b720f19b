import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { questionFor } from "#lib/domain/template/templates.ts";
import { standing, type StandIns } from "#lib/domain/catalogue/stand-ins.ts";

/** The two lists that case studies are tagged from, as templates name them. */
export const tagFacts = ["topics", "supportTypes"] as const;
export type TagFact = (typeof tagFacts)[number];
/** Ids of each list. */
export type Tags = Record<TagFact, string[]>;

/** What is to be added to many case studies, and what taken from them. */
export interface Retag {
  add: Tags;
  remove: Tags;
}

/** Why a case study keeps its tags: it has nowhere to put them, or fewer or more than its template takes would be left. */
export type RetagRefusal =
  | { why: "not-asked"; fact: TagFact }
  | { why: "too-few"; fact: TagFact; fewest: number }
  | { why: "too-many"; fact: TagFact; most: number };

export const nothing: Tags = { topics: [], supportTypes: [] };
export const isNothing = (tags: Tags): boolean => tagFacts.every((fact) => tags[fact].length === 0);

/** What answers name of both lists, as it was written. */
export function tagsOf(template: Template, answers: Answers): Tags {
  const read = (fact: TagFact) => {
    const given = answers[questionFor(template, fact)?.key ?? ""];
    return Array.isArray(given) ? given.map(String) : [];
  };
  return { topics: read("topics"), supportTypes: read("supportTypes") };
}

/** Tags as they stand by now: what was merged is what stands for it. */
export const standingTags = ({ topics, supportTypes }: Tags, standIns: StandIns): Tags => ({
  topics: standing(topics, standIns.topics),
  supportTypes: standing(supportTypes, standIns.supportTypes),
});

/** The tags that a case study has once it was retagged. The same object where nothing changes. */
export function retagged(template: Template, tags: Tags, { add, remove }: Retag): Result<Tags, RetagRefusal> {
  const after = { ...tags };
  for (const fact of tagFacts) {
    const kept = tags[fact].filter((id) => !remove[fact].includes(id));
    const all = [...new Set([...kept, ...add[fact]])];
    if (all.join("\n") === tags[fact].join("\n")) continue;
    const question = questionFor(template, fact);
    if (!question || question.kind !== "choices") return refuse({ why: "not-asked", fact });
    const fewest = fewestOf(question);
    if (all.length < fewest) return refuse({ why: "too-few", fact, fewest });
    if (all.length > question.maxItems) return refuse({ why: "too-many", fact, most: question.maxItems });
    after[fact] = all;
  }
  return ok(tagFacts.every((fact) => after[fact] === tags[fact]) ? tags : after);
}

const fewestOf = ({ required, minItems }: Extract<Question, { kind: "choices" }>) =>
  required ? Math.max(1, minItems) : 0;

/** Answers with other tags. What is left empty is absent. */
export function withTags(template: Template, answers: Answers, tags: Tags): Answers {
  const kept = { ...answers };
  for (const fact of tagFacts) {
    const key = questionFor(template, fact)?.key;
    if (key === undefined) continue;
    if (tags[fact].length) kept[key] = tags[fact];
    else delete kept[key];
  }
  return kept;
}

export const sameTags = (one: Tags, other: Tags): boolean =>
  tagFacts.every((fact) => one[fact].join("\n") === other[fact].join("\n"));

/** Why a case study keeps its tags, for an editor. */
export function keptBecause(refusal: RetagRefusal): string {
  const list = refusal.fact === "topics" ? "topic" : "support type";
  const counted = (count: number) => `${count} ${list}${count === 1 ? "" : "s"}`;
  switch (refusal.why) {
    case "not-asked":
      return `its template has no ${list}s`;
    case "too-few":
      return `it has to keep ${counted(refusal.fewest)}`;
    case "too-many":
      return `it can have ${counted(refusal.most)} and no more`;
  }
}
