import { noteUsualDays } from "#lib/commands/directory/note-usual-days.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { gatherCast, type Cast } from "./cast.ts";
import { addExampleCouncils } from "./councils.ts";
import { fillDesk } from "./desk.ts";
import { asOf, daysBefore, makePlan, type PlannedStory } from "./plan.ts";
import { gatherProblems, gatherSuggestions } from "./suggestions.ts";
import { gatherUpkeep } from "./upkeep.ts";
import { must, publishSignpost, publishStory } from "./writing.ts";

/** How many case studies are written at once. More gains nothing on two cores. */
const atOnce = 6;

/**
 * Fills an empty directory with the demonstration, all of it through the commands people use.
 *
 * @param report told after each case study how many are done, of how many
 */
export async function fillDemonstration(report: (done: number, total: number) => void): Promise<void> {
  await addExampleCouncils();
  const cast = await gatherCast(daysBefore(9 * 365));
  const plan = await makePlan();
  const total = plan.signposts.length + plan.published.length;
  let done = 0;
  const counted = async <Value>(work: Promise<Value>) => {
    const value = await work;
    report(++done, total);
    return value;
  };

  await forEach(plan.signposts, (signpost) => counted(publishSignpost(signpost, cast)));
  const ids = new Map<PlannedStory, string>();
  await forEach(plan.published, async (story, index) => {
    const { caseStudyId } = await counted(publishStory(story, index, cast));
    ids.set(story, caseStudyId);
  });
  await fillDesk(plan.spare, cast);
  await gatherCollections(plan.published, ids, cast);
  const someOf = (from: number, count = 3) =>
    plan.published.slice(from, from + count).flatMap((story) => ids.get(story) ?? []);
  await gatherSuggestions(someOf(40), cast);
  await gatherProblems(someOf(43), cast);
  const aYearOld = plan.published.filter(
    ({ publishedAt }) => publishedAt > daysBefore(440) && publishedAt < daysBefore(404),
  );
  const told = aYearOld.slice(0, 2).flatMap((story) => ids.get(story) ?? []);
  await gatherUpkeep({ told, asked: someOf(46, 2) }, cast);
  await noteUsualDays(asOf);
}

/** Runs the work for every item, a few at a time. */
async function forEach<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<unknown>,
): Promise<void> {
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function gatherCollections(
  stories: PlannedStory[],
  ids: Map<PlannedStory, string>,
  { editors: [actor] }: Cast,
): Promise<void> {
  const pick = (test: (story: PlannedStory) => boolean) =>
    stories
      .filter((story) => story.publishedAt < asOf && test(story))
      .slice(0, 12)
      .flatMap((story) => ids.get(story) ?? []);
  const about =
    (...slugs: string[]) =>
    (story: PlannedStory) =>
      story.pattern.topics.some((topic) => slugs.includes(topic));
  const collections = [
    {
      name: "What did not work, and why",
      introduction:
        "Work that councils stopped, and what they would tell the next council to try it. The most useful reading here.",
      caseStudyIds: pick(({ setting }) => setting.outcome === "did-not-work"),
    },
    {
      name: "Warm homes, lower bills",
      introduction: "Insulation, heating and advice that reached the homes that needed them, with what each home cost.",
      caseStudyIds: pick(about("retrofit", "energy")),
    },
    {
      name: "Under £10,000",
      introduction: "Small sums, found in a team’s own budget, and what came of them.",
      caseStudyIds: pick(
        ({ setting }) => ["no-extra-cost", "under-10k"].includes(setting.cost) && setting.outcome === "worked",
      ),
    },
    {
      name: "Libraries as more than books",
      introduction: "Libraries as rooms to learn, to meet and to be warm in.",
      caseStudyIds: pick(about("libraries")),
    },
  ];
  for (const collection of collections) must(await addCollection({ ...collection, actor }));
}
