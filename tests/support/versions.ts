import { moveVersion } from "#lib/commands/move-version.ts";
import { saveContact } from "#lib/commands/save-contact.ts";
import { startCaseStudy } from "#lib/commands/start-case-study.ts";
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

/** Answers to every question of the template, as a real case study would have them. */
export async function someAnswers(changes: Answers = {}): Promise<Answers> {
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
    contact: await saveContact({ name: "Transport policy team", email: "transport@dorset.example", publish: true }),
    accurate: true,
    mayPublish: true,
    licence: true,
    ...changes,
  };
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

/** A version that has come to a state by the moves that lead there. For "superseded" it is published: replace it yourself. */
export async function aVersion(state: State = "draft", changes: Answers = {}, now = new Date()): Promise<AVersion> {
  const author = await aPerson("contributor", { proved: state !== "unconfirmed" });
  const editor = await aPerson("editor");
  const started = await startCaseStudy({
    template: current.caseStudy,
    answers: await someAnswers(changes),
    personId: author.id,
    now,
  });
  const { versionId: id, caseStudyId } = started.value;
  await walkTo(state, { id, author, editor }, now);
  return { id, caseStudyId, latestRevision: 1, author, editor };
}
