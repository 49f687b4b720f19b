import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { startCaseStudy } from "#lib/commands/workflow/start-case-study.ts";
import { db } from "#lib/data/db.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { current } from "#lib/domain/template/templates.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { aPerson } from "./people.ts";

type Someone = Extract<Actor, { kind: "person" }>;

export interface AVersion {
  id: string;
  caseStudyId: string;
  latestRevision: number;
  author: Someone;
  editor: Someone;
}

export const someContact = { name: "Transport policy team", email: "transport@dorset.example" };

/** Answers to every question of the template, as a real case study would have them, but for the contact. */
export function someAnswers(changes: Answers = {}): Answers {
  return {
    title: "Night buses for the harbour festival",
    council: "dorset",
    summary: "Three towns shared one late timetable for twelve weekends.",
    topics: ["buses"],
    supportTypes: ["grant-funding"],
    start: "2022-04",
    end: "2022-09",
    outcome: "mixed",
    cost: "10k-50k",
    funding: "Town deal",
    firstResults: "1-3-months",
    evidence: "before-and-after",
    challenge: "The last bus left at twenty past seven.",
    solution: "One timetable for **three towns**.",
    impact: "Use grew every week but two.",
    measures: [{ name: "Evening passengers", before: "0", after: "1,140", unit: "a weekend" }],
    people: "You can get home from the harbour until half past midnight.",
    sustained: "Fares pay for most of it.",
    lessons: "Tell the drivers first.",
    accurate: true,
    mayPublish: true,
    licence: true,
    ...changes,
  };
}

/** The latest words of a version, with changes. */
export async function answersOf(versionId: string, changes: Answers = {}): Promise<Answers> {
  const latest = await db.revision.findFirstOrThrow({ where: { versionId }, orderBy: { number: "desc" } });
  return { ...(latest.answers as Answers), ...changes };
}

const ways: Record<State, readonly Move[]> = {
  draft: [],
  unconfirmed: ["submit"],
  submitted: ["submit"],
  held: ["submit", "hold"],
  in_review: ["submit", "take"],
  changes_requested: ["submit", "take", "requestChanges"],
  accepted: ["submit", "take", "accept"],
  scheduled: ["submit", "take", "accept", "schedule"],
  published: ["submit", "take", "accept", "publish"],
  superseded: ["submit", "take", "accept", "publish"],
  declined: ["submit", "take", "decline"],
  withdrawn: ["submit", "take", "accept", "publish", "withdraw"],
  unpublished: ["submit", "take", "accept", "publish", "unpublish"],
};

/** Takes a draft to a state by the moves that lead there. */
export async function walkTo(
  state: State,
  { id, author, editor }: Pick<AVersion, "id" | "author" | "editor">,
  now = new Date(),
) {
  for (const move of ways[state]) {
    const actor = move === "submit" ? author : editor;
    const details = move === "schedule" ? { publishAt: new Date(now.getTime() + 86_400_000) } : {};
    const outcome = await moveVersion({ id, basedOn: 1, move, actor, reason: "Because of the test", details, now });
    if (!outcome.ok) throw new Error(`${move} was refused: ${outcome.reason}`);
  }
}

/** A draft of a new case study, with a contact unless told otherwise. */
export async function aDraft(draft: Partial<Parameters<typeof startCaseStudy>[0]>) {
  const usual = { template: current.caseStudy, answers: someAnswers(), contact: someContact, personId: null };
  const started = await startCaseStudy({ ...usual, ...draft });
  if (!started.ok) throw new Error(`A draft was refused: ${started.reason}`);
  return started.value;
}

/** A version that has come to a state by the moves that lead there. For "superseded" it is published: replace it yourself. */
export async function aVersion(state: State = "draft", changes: Answers = {}, now = new Date()): Promise<AVersion> {
  const author = await aPerson("contributor", { proved: state !== "unconfirmed" });
  const editor = await aPerson("editor");
  const { versionId: id, caseStudyId } = await aDraft({ answers: someAnswers(changes), personId: author.id, now });
  await walkTo(state, { id, author, editor }, now);
  return { id, caseStudyId, latestRevision: 1, author, editor };
}
