import signposts from "../signposts.json" with { type: "json" };
import topics from "../topics.json" with { type: "json" };
import { slugOf } from "#lib/domain/slug.ts";
import { readStories, type Story } from "../stories.ts";
import { exampleCouncils, type ExampleCouncil } from "./councils.ts";

/** The day the demonstration is set on. Every date in it counts back from here. */
export const asOf = new Date("2026-10-30T09:00:00Z");

const wanted = { culture: 211, libraries: 32, all: 640 };
const day = 24 * 60 * 60 * 1000;
export const daysBefore = (days: number, date = asOf) => new Date(date.getTime() - days * day);

export interface PlannedStory extends Story {
  council: ExampleCouncil;
  partners: ExampleCouncil[];
  publishedAt: Date;
}

export interface PlannedSignpost {
  signpost: (typeof signposts)["culture"][number] | (typeof signposts)["libraries"][number];
  publishedAt: Date;
}

export interface Plan {
  signposts: PlannedSignpost[];
  published: PlannedStory[];
  /** Stories kept back for the editors' side: drafts, submissions, cases under review. */
  spare: PlannedStory[];
}

/**
 * Decides which story happens where and when. Nothing in it is random, so every installation shows the same directory.
 * The two listings it reproduces hold 211 and 32 case studies, the twenty signposts first.
 */
export async function makePlan(): Promise<Plan> {
  const stories = (await readStories()).map(place);
  const about = (slugs: Set<string>) => (story: Story) => story.pattern.topics.some((topic) => slugs.has(topic));
  const isCulture = about(cultureTopics());
  const isLibraries = about(new Set(["libraries"]));

  const libraries = take(stories.filter(isLibraries), wanted.libraries - signposts.libraries.length);
  const signposted = signposts.culture.length + signposts.libraries.length;
  const otherCulture = stories.filter((story) => isCulture(story) && !isLibraries(story));
  const culture = take(otherCulture, wanted.culture - signposted - libraries.length);
  const elsewhere = stories.filter((story) => !isCulture(story));
  const other = elsewhere.slice(0, Math.min(wanted.all - wanted.culture, elsewhere.length - 32));
  return {
    signposts: datedSignposts(),
    published: [...libraries, ...culture, ...other],
    spare: elsewhere.slice(other.length),
  };
}

function cultureTopics(): Set<string> {
  const parent = topics.find(({ name }) => name.startsWith("Culture"));
  return new Set([parent?.name ?? "", ...(parent?.children ?? []).map(({ name }) => name)].map(slugOf));
}

function take<Item>(items: Item[], count: number): Item[] {
  if (items.length < count) throw new Error(`The demonstration needs ${count} stories here and has ${items.length}`);
  return items.slice(0, count);
}

/** The signposts of the first listing are its newest; those of the second are the newest about libraries. */
function datedSignposts(): PlannedSignpost[] {
  const dated = (list: PlannedSignpost["signpost"][], first: number, apart: number) =>
    list.map((signpost, index) => ({ signpost, publishedAt: daysBefore(first + index * apart) }));
  return [...dated(signposts.culture, 2, 3), ...dated(signposts.libraries, 45, 4)];
}

function place(story: Story, index: number): PlannedStory {
  const council = councilFor(story);
  return { ...story, council, partners: partnersOf(council, story), publishedAt: publicationOf(story, index) };
}

/** Each telling of a story happens somewhere else, and each council that it could have happened in has its share. */
function councilFor({ pattern, setting, position }: Story): ExampleCouncil {
  const suitable = suitableFor(pattern);
  const apart = Math.ceil(suitable.length / pattern.settings.length);
  const council = suitable[(position * 7 + pattern.settings.indexOf(setting) * apart) % suitable.length];
  if (!council) throw new Error(`No invented council is one of ${pattern.councilTypes.join(", ")}`);
  return council;
}

const suitableFor = ({ councilTypes }: Story["pattern"]) =>
  exampleCouncils.filter(({ type }) => councilTypes.includes(type));

/** Councils of its own region before others of its nation. */
function partnersOf(council: ExampleCouncil, { pattern, setting }: Story): ExampleCouncil[] {
  const others = suitableFor(pattern).filter(({ id, nation }) => id !== council.id && nation === council.nation);
  const near = others.filter(({ region }) => region === council.region);
  return [...new Set([...near, ...others])].slice(0, setting.partners ?? 0);
}

/** Some months after the work ended, or after its first year if it goes on. Never before the directory opened, and never newer than the signposts. */
function publicationOf({ setting: { start, end } }: Story, index: number): Date {
  const [year = 0, month = 1] = (end ?? start).split("-").map(Number);
  const wait = (end ? 2 : 10) + (index % 5);
  const date = new Date(Date.UTC(year, month - 1 + wait, 1 + ((index * 11) % 28), 8 + (index % 9), (index * 17) % 60));
  const [opened, newest] = [daysBefore(8 * 365 - (index % 60)), daysBefore(100 + (index % 50))];
  return date < opened ? opened : date > newest ? newest : date;
}
