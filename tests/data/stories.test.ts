import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { submittable } from "#lib/domain/template/answers.ts";
import { getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { exampleCouncils, type ExampleCouncil } from "#prisma/seed/demonstration/councils.ts";
import { asOf, makePlan, type Plan, type PlannedStory } from "#prisma/seed/demonstration/plan.ts";
import { answersFor } from "#prisma/seed/demonstration/writing.ts";
import { readStories, tell, type Story } from "#prisma/seed/stories.ts";

const template = getTemplate("case-study-1");
let stories: Story[];
let plan: Plan;
let planned: PlannedStory[];
/** Every telling there is, placed: those the plan leaves out happen at the first council that fits. */
let placed: PlannedStory[];

beforeAll(async () => {
  [stories, plan] = [await readStories(), await makePlan()];
  planned = [...plan.published, ...plan.spare];
  const taken = new Set(planned.map(keyOf));
  const left = stories.filter((story) => !taken.has(keyOf(story)));
  placed = [
    ...planned,
    ...left.map((story) => ({ ...story, council: firstFor(story), partners: [], publishedAt: asOf })),
  ];
});

const keyOf = ({ pattern, setting }: Story) => `${pattern.key}: ${setting.title}`;
const firstFor = ({ pattern }: Story) =>
  exampleCouncils.find(({ type }) => pattern.councilTypes.includes(type)) as ExampleCouncil;
/** A told story's words, each with the question it answers. */
const wordsOf = (story: PlannedStory) =>
  Object.entries(tell(story, story.council.places)).map(([key, told]) => [key, JSON.stringify(told)] as const);
const culture = ["culture-tourism-leisure-and-sport", "arts", "libraries", "museums-and-heritage"].concat([
  "sport-and-physical-activity",
  "tourism",
  "creative-economy",
]);
const isAbout = (slugs: string[], topics: readonly string[]) => topics.some((topic) => slugs.includes(topic));

describe("every telling", () => {
  test("uses only slots that it fills", () => {
    const places = ["council", "Council", "town", "town2", "village"];
    const unfilled = stories.flatMap(({ pattern, setting }) => {
      const { use, outcome, title, summary, people, funding, measures } = setting;
      const texts = [
        ...[title, summary, people ?? "", funding ?? "", ...measures.map(({ name }) => name)],
        ...[pattern.challenge[use.challenge], pattern.solution[use.solution], pattern.lessons[use.lessons]],
        ...[pattern.impact[outcome], pattern.sustained[outcome]],
      ];
      const slots = texts.flatMap((text) =>
        [...(text ?? "{missing}").matchAll(/\{(\w+)\}/g)].map(([, slot = ""]) => slot),
      );
      return slots
        .filter((slot) => !setting.slots[slot]?.trim() && !places.includes(slot))
        .map((slot) => `${pattern.key} {${slot}}`);
    });
    expect(unfilled).toEqual([]);
  });

  test("has no brace left over, nothing undefined, no HTML and no exclamation", () => {
    const wrong = /[{}]|\bundefined\b|\bnull\b|<[a-z/]|!(?!\[)/i;
    const found = placed.flatMap((story) =>
      Object.entries(tell(story, story.council.places))
        .flatMap(([, told]) => (typeof told === "string" ? [told] : told.flatMap((measure) => Object.values(measure))))
        .filter((words) => wrong.test(words))
        .map((words) => `${story.pattern.key}: ${words.slice(0, 60)}`),
    );
    expect(found).toEqual([]);
  });

  test("can be submitted: every section is filled, and everything fits", () => {
    const rules = submittable(template);
    const refused = [];
    for (const story of placed) {
      const read = rules.safeParse({ ...answersFor(story), contact: randomUUID() });
      if (!read.success) refused.push(`${keyOf(story)}: ${read.error.issues.map(({ message }) => message).join("; ")}`);
    }
    expect(refused).toEqual([]);
  });

  test("has a title of its own", () => {
    const titles = placed.map((story) => tell(story, story.council.places).title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    expect(titles).toHaveLength(stories.length);
  });

  test("is not another one with the nouns changed: no two tell the same long answer", () => {
    const long = questionsOf(template).filter(({ kind }) => kind === "markdown");
    const answers = placed.flatMap((story) =>
      wordsOf(story).flatMap(([key, words]) =>
        long.some((question) => question.key === key) ? [`${key} ${words}`] : [],
      ),
    );
    expect(answers.length).toBe(placed.length * long.length);
    expect(new Set(answers).size / answers.length).toBeGreaterThan(0.6);
  });

  test("happens at an invented council of a type that fits, in a council's own area", () => {
    expect(planned.filter(({ pattern, council }) => !pattern.councilTypes.includes(council.type)).map(keyOf)).toEqual(
      [],
    );
    expect(planned.filter(({ council }) => !council.name.endsWith("(example)")).map(keyOf)).toEqual([]);
  });

  test("ends before it was published, and no story is dated after the signposts", () => {
    const newest = Math.min(...plan.signposts.map(({ publishedAt }) => publishedAt.getTime()));
    const early = planned.filter(({ setting: { start, end }, publishedAt }) => {
      return publishedAt.toISOString().slice(0, 7) < (end ?? start);
    });
    expect(early.map(keyOf)).toEqual([]);
    expect(planned.filter(({ publishedAt }) => publishedAt.getTime() >= newest).map(keyOf)).toEqual([]);
  });
});

describe("the plan", () => {
  const topicsOf = () => [
    ...plan.signposts.map(({ signpost }) => signpost.topics),
    ...plan.published.map(({ pattern }) => pattern.topics),
  ];

  test("reproduces both listings: 211 about culture and 32 about libraries", () => {
    expect(topicsOf().filter((topics) => isAbout(culture, topics))).toHaveLength(211);
    expect(topicsOf().filter((topics) => isAbout(["libraries"], topics))).toHaveLength(32);
  });

  test("publishes about 640, and keeps enough for the editors' side", () => {
    expect(topicsOf().length).toBeGreaterThan(600);
    expect(topicsOf().length).toBeLessThanOrEqual(640);
    expect(plan.spare.length).toBeGreaterThanOrEqual(28);
  });

  test("is the same every time", async () => {
    expect(JSON.stringify(await makePlan())).toBe(JSON.stringify(plan));
  });

  test("is varied: every outcome, cost and kind of evidence, most councils, eight years", () => {
    const kinds = (read: (story: PlannedStory) => string) => new Set(plan.published.map(read)).size;
    expect(kinds(({ setting }) => setting.outcome)).toBe(3);
    expect(kinds(({ setting }) => setting.cost)).toBe(6);
    expect(kinds(({ setting }) => setting.evidence)).toBe(4);
    expect(kinds(({ council }) => council.type)).toBeGreaterThanOrEqual(9);
    expect(kinds(({ council }) => council.id)).toBeGreaterThan(40);
    expect(kinds(({ publishedAt }) => String(publishedAt.getUTCFullYear()))).toBeGreaterThanOrEqual(8);
    expect(kinds(({ pattern }) => pattern.key)).toBeGreaterThan(60);
  });
});
