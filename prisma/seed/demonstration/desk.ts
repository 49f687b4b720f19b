import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { writeComment } from "#lib/commands/workflow/write-comment.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startCaseStudy } from "#lib/commands/workflow/start-case-study.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { current } from "#lib/domain/template/templates.ts";
import type { Cast } from "./cast.ts";
import { answerAboutFacts, askAboutFacts, showEditedText } from "./outside-eyes.ts";
import { daysBefore, type PlannedStory } from "./plan.ts";
import { answersFor, must, publish, startStory, walk, type Underway } from "./writing.ts";

const reasons = {
  changes:
    "The impact section says that calls fell by a third, and the table says 41 per cent. Say which is right, and what the figure was measured on.",
  figures: "Say what it cost in the second year as well. Readers from other councils will ask that first.",
  hold: "Four links to the same supplier. Held until we know who wrote it.",
  decline: "This announces work that has not begun. Send it again when there is something to report, whatever it is.",
  withdraw: "The council has found a mistake in the comparison figures and is checking them.",
  unpublish: "The pilot was reported twice. This is the shorter account.",
  restore: "The figures were checked and are right.",
};

/** Fills the editors' side: at least one version in every state of the workflow, some with a history of going back and forth. */
export async function fillDesk(stories: PlannedStory[], cast: Cast): Promise<void> {
  const waiting = stories.values();
  const next = () => {
    const { value } = waiting.next();
    if (!value) throw new Error("The demonstration has too few stories for the editors' side");
    return value;
  };
  await startDrafts(next, cast);
  await submitSome(next, cast);
  await reviewSome(next, cast);
  await finishSome(next, cast);
  await askAboutFacts(await taken(next(), cast, cast.editors[2], 7), cast.editors[2], 3);
  await showEditedText(await startStory(next(), cast, undefined, daysBefore(20)), cast.editors, 4);
}

type Next = () => PlannedStory;

async function startDrafts(next: Next, cast: Cast) {
  for (const days of [1, 9, 40]) {
    const story = next();
    const { title, summary, council, topics } = answersFor(story);
    const answers = { title, summary, council, topics };
    must(
      await startCaseStudy({
        template: current.caseStudy,
        answers,
        personId: cast.writerFor(story.council).id,
        now: daysBefore(days),
      }),
    );
  }
  for (const days of [2, 5]) {
    const unproved = await startStory(next(), cast, cast.stranger, daysBefore(days + 1));
    await walk(unproved, [["submit", cast.stranger, daysBefore(days)]]);
  }
}

async function submitSome(next: Next, cast: Cast) {
  for (const days of [1, 2, 3, 6, 12]) await submitted(next(), cast, days);
  const suspicious = await submitted(next(), cast, 4);
  must(
    await moveVersion({
      ...of(suspicious),
      move: "hold",
      actor: { kind: "rules" },
      reason: reasons.hold,
      now: daysBefore(4),
    }),
  );
  const takenBack = await submitted(next(), cast, 15);
  await walk(takenBack, [["takeBack", takenBack.author, daysBefore(13)]]);
}

async function reviewSome(next: Next, cast: Cast) {
  const [first, second, third] = cast.editors;
  for (const [editor, days] of [
    [first, 8],
    [second, 11],
    [third, 5],
  ] as const)
    await taken(next(), cast, editor, days);

  const handedOver = await taken(next(), cast, first, 14);
  await answerAboutFacts(await askAboutFacts(handedOver, first, 12), 9);
  must(
    await moveVersion({
      ...of(handedOver),
      move: "handOver",
      actor: first,
      details: { assigneeId: third.id },
      now: daysBefore(7),
    }),
  );
  for (const [editor, days, reason] of [
    [first, 16, reasons.changes],
    [second, 25, reasons.figures],
  ] as const) {
    const sentBack = await taken(next(), cast, editor, days);
    must(
      await writeComment({
        ...{ versionId: sentBack.versionId, section: "impact", text: reason, toCouncil: true },
        ...{ actor: editor, now: daysBefore(days - 2) },
      }),
    );
    await walk(sentBack, [["requestChanges", editor, daysBefore(days - 3), reason]]);
  }
  const resubmitted = await taken(next(), cast, second, 20);
  await walk(resubmitted, [["requestChanges", second, daysBefore(17), reasons.figures]]);
  const answers = { ...resubmitted.answers, funding: "Council’s own budget, both years" };
  const { revision } = must(
    await saveRevision({
      id: resubmitted.versionId,
      basedOn: 1,
      answers,
      actor: resubmitted.author,
      now: daysBefore(10),
    }),
  );
  await walk({ ...resubmitted, revision }, [["submit", resubmitted.author, daysBefore(10)]]);
}

async function finishSome(next: Next, cast: Cast) {
  const [first, second] = cast.editors;
  for (const days of [13, 18]) await accepted(next(), cast, days);
  const scheduled = await accepted(next(), cast, 19);
  const publishAt = new Date("2027-03-01T09:00:00Z");
  must(
    await moveVersion({
      ...of(scheduled),
      move: "schedule",
      actor: second,
      details: { publishAt },
      now: daysBefore(2),
    }),
  );
  const declined = await taken(next(), cast, first, 30);
  await walk(declined, [["decline", first, daysBefore(28), reasons.decline]]);

  const withdrawn = await published(next(), cast, 200);
  await walk(withdrawn, [["withdraw", first, daysBefore(20), reasons.withdraw]]);
  const restored = await published(next(), cast, 260);
  await walk(restored, [
    ["withdraw", first, daysBefore(90), reasons.withdraw],
    ["restore", second, daysBefore(70), reasons.restore],
  ]);
  const gone = await published(next(), cast, 300);
  await walk(gone, [["unpublish", first, daysBefore(100), reasons.unpublish]]);

  const replaced = await published(next(), cast, 400);
  const following = must(
    await startNextVersion({ caseStudyId: replaced.caseStudyId, actor: first, now: daysBefore(60) }),
  );
  const nextVersion: Underway = { ...replaced, ...following, author: first };
  await publish(nextVersion, second, daysBefore(30));
  const live = await published(next(), cast, 500);
  must(await startNextVersion({ caseStudyId: live.caseStudyId, actor: second, now: daysBefore(3) }));
}

const of = ({ versionId, revision }: Underway) => ({ id: versionId, basedOn: revision });

async function submitted(story: PlannedStory, cast: Cast, days: number): Promise<Underway> {
  const underway = await startStory(story, cast, undefined, daysBefore(days + 6));
  await walk(underway, [["submit", underway.author, daysBefore(days)]]);
  return underway;
}

async function taken(story: PlannedStory, cast: Cast, editor: Cast["administrator"], days: number): Promise<Underway> {
  const underway = await submitted(story, cast, days);
  await walk(underway, [["take", editor, daysBefore(days - 1)]]);
  return underway;
}

async function accepted(story: PlannedStory, cast: Cast, days: number): Promise<Underway> {
  const underway = await taken(story, cast, cast.editors[1], days);
  await walk(underway, [["accept", cast.editors[1], daysBefore(days - 5)]]);
  return underway;
}

async function published(story: PlannedStory, cast: Cast, days: number): Promise<Underway> {
  const underway = await startStory(story, cast, undefined, daysBefore(days + 30));
  await publish(underway, cast.editors[2], daysBefore(days));
  return underway;
}
