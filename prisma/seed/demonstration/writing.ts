import { confirmReview } from "#lib/commands/directory/confirm-review.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { slugOf } from "#lib/domain/slug.ts";
import type { ContactDetails } from "#lib/commands/people/save-contact.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { startCaseStudy } from "#lib/commands/workflow/start-case-study.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { current } from "#lib/domain/template/templates.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { tell } from "../stories.ts";
import type { Cast, Someone } from "./cast.ts";
import { illustrate } from "./pictures.ts";
import { daysBefore, type PlannedSignpost, type PlannedStory } from "./plan.ts";

/** A version on its way through the workflow. */
export interface Underway {
  caseStudyId: string;
  versionId: string;
  revision: number;
  author: Someone;
  answers: Answers;
}

/** What a command answered, or an error: the demonstration breaks no rule, so a refusal is a mistake in it. */
export function must<Value>(outcome: Result<Value, string>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demonstration was refused: ${outcome.reason}`);
}

/** A story's answers to the template. */
export function answersFor(story: PlannedStory): Answers {
  const { pattern, setting, council, partners } = story;
  const told = tell(story, council.places);
  return {
    ...told,
    council: council.id,
    ...(partners.length ? { partners: partners.map(({ id }) => id) } : {}),
    topics: pattern.topics,
    supportTypes: pattern.supportTypes,
    start: setting.start,
    ...(setting.end ? { end: setting.end } : {}),
    outcome: setting.outcome,
    cost: setting.cost,
    firstResults: setting.firstResults,
    evidence: setting.evidence,
    accurate: true,
    mayPublish: true,
    licence: true,
    contactConsent: true,
  };
}

/** The team to write to about a story. */
function contactFor({ pattern, council, publishedAt }: PlannedStory): ContactDetails {
  const team = slugOf(pattern.team.toLowerCase().replace(/ (team|service|unit)$/, "")).replaceAll("-", ".");
  return { name: pattern.team, email: `${team}@${council.id}.example`, confirmedAt: publishedAt };
}

/** Starts a case study for a story, as its council's officer would. */
export async function startStory(
  story: PlannedStory,
  cast: Cast,
  author: Someone = cast.writerFor(story.council),
  now = daysBefore(30, story.publishedAt),
): Promise<Underway> {
  const [answers, contact] = [answersFor(story), contactFor(story)];
  const begun = { template: current.caseStudy, answers, contact, personId: author.id, now };
  return { ...must(await startCaseStudy(begun)), author };
}

/** Takes a version along some moves. @param steps each a move, who makes it, when, and why */
export async function walk(
  underway: Underway,
  steps: readonly (readonly [Move, Someone, Date, string?])[],
): Promise<void> {
  for (const [move, actor, now, reason = ""] of steps) {
    must(await moveVersion({ id: underway.versionId, basedOn: underway.revision, move, actor, reason, now }));
  }
}

/** Publishes a version that has been started: submitted by its author, read by one editor. */
export async function publish(underway: Underway, editor: Someone, at: Date): Promise<void> {
  await walk(underway, [
    ["submit", underway.author, daysBefore(21, at)],
    ["take", editor, daysBefore(18, at)],
    ["accept", editor, daysBefore(4, at)],
    ["publish", editor, at],
  ]);
}

/** Publishes a story and, if it is old enough, notes for three of four that somebody has looked at it since. */
export async function publishStory(story: PlannedStory, index: number, cast: Cast): Promise<Underway> {
  const started = await startStory(story, cast);
  const underway = index % 3 === 0 ? await illustrate(started, story) : started;
  const editor = cast.editors[index % 3] ?? cast.administrator;
  await publish(underway, editor, story.publishedAt);
  const looked = daysBefore(20 + (index % 250));
  if (index % 4 !== 0 && daysBefore(330, looked) > story.publishedAt)
    must(await confirmReview({ id: underway.versionId, actor: editor, now: looked }));
  return underway;
}

/** Publishes a signpost, which an editor writes and another editor reads. */
export async function publishSignpost(
  { signpost, publishedAt }: PlannedSignpost,
  { editors: [writer, reader] }: Cast,
): Promise<Underway> {
  const answers: Answers = {
    title: signpost.title,
    summary: signpost.summary,
    topics: signpost.topics,
    supportTypes: signpost.support,
    source: [{ title: signpost.title, url: signpost.source }],
    ...("council" in signpost ? { council: signpost.council } : {}),
    ...("organisation" in signpost ? { organisation: signpost.organisation } : {}),
  };
  const started = must(
    await startCaseStudy({
      template: current.signpost,
      answers,
      personId: writer.id,
      now: daysBefore(30, publishedAt),
    }),
  );
  const underway = { ...started, author: writer };
  await publish(underway, reader, publishedAt);
  if ("lead" in signpost && signpost.lead) {
    const term = signpost.lead.topic
      ? { topicId: signpost.lead.topic }
      : { supportTypeId: signpost.lead.support ?? "" };
    must(await setLeadTerm({ id: underway.versionId, term, actor: reader, now: publishedAt }));
  }
  return underway;
}
