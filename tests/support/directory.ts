import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { db } from "#lib/data/db.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { current } from "#lib/domain/template/templates.ts";
import { aPerson } from "./people.ts";
import { councils, topicParents, type Entry } from "./naive-listing.ts";
import { aDraft, someAnswers } from "./versions.ts";

/** Numbers that look random and are the same in every run. */
function chances(seed: number) {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = <Item>(items: readonly Item[]) => items[next(items.length)] as Item;
  const some = <Item>(items: readonly Item[], most: number) => [
    ...new Set(Array.from({ length: next(most + 1) }, () => one(items))),
  ];
  return { next, one, some };
}

export const rareWords = ["quokka", "zeppelin", "marimba", "tundra"];
const support = ["peer-challenge", "culture-hub", "grant-funding", "training"];
const outcomes = ["worked", "mixed", "did-not-work"];
const costs = ["under-10k", "10k-50k", "over-1m", null];
const evidence = ["description", "comparison", null];
const subjects = ["bridge", "Canal", "garden", "Orchard", "tower", "Zoo"];
const opening = ["", "The ", "a ", "An ", "“", "'"];

type Plan = Omit<Entry, "slug" | "caseStudyId" | "collections"> & { lead: Parameters<typeof setLeadTerm>[0]["term"] };

/** What is to be published: no two alike, several on one day, one in five without a council. */
function plan(number: number, { next, one, some }: ReturnType<typeof chances>): Plan {
  const subject = one(subjects);
  const topics = [one(Object.keys(topicParents)), ...some(Object.keys(topicParents), 2)];
  const council = next(5) === 0 ? null : one(Object.keys(councils));
  const publishedAt = new Date(Date.UTC(2021 + next(5), next(12), 1 + next(2), 12));
  return {
    title: `${one(opening)}${subject} ${String(number).padStart(2, "0")}`,
    sortedAs: `${subject} ${String(number).padStart(2, "0")}`.toLowerCase(),
    topics: [...new Set(topics)],
    support: some(support, 3),
    council,
    outcome: council ? one(outcomes) : null,
    cost: council ? one(costs) : null,
    evidence: council ? one(evidence) : null,
    publishedAt,
    words: some(rareWords, 3),
    lead: one([null, { topicId: "early-years" }, { supportTypeId: "efficiency-and-income-generation" }]),
  };
}

function answersTo({ title, topics, support: supportTypes, council, words, ...facts }: Plan): Answers {
  const [first = "", second = "", third = ""] = words;
  if (!council) {
    const source = [{ title: "The whole text", url: "https://example.org/report" }];
    const summary = `About ${words.join(" and ")}`;
    return { title, summary, organisation: "A trust", topics, supportTypes, source };
  }
  const chosen = Object.entries({ outcome: facts.outcome, cost: facts.cost, evidence: facts.evidence });
  const { cost: _, evidence: __, ...base } = someAnswers({ title, council, topics, supportTypes });
  const texts = { summary: `Short ${first}`, people: `Here ${second}`, solution: `We did **${third}** there.` };
  return { ...base, ...texts, ...Object.fromEntries(chosen.filter(([, value]) => value !== null)) };
}

/** Publishes that many varied case studies through the commands, and two collections. Answers what a reader should find. */
export async function aDirectory(size: number, seed = 20261122): Promise<Entry[]> {
  const [author, editor] = [await aPerson("contributor"), await aPerson("editor")];
  const chance = chances(seed);
  const entries: Entry[] = [];
  for (let number = 0; number < size; number++) {
    const { lead, ...planned } = plan(number, chance);
    const [answers, now] = [answersTo({ ...planned, lead }), planned.publishedAt];
    const template = planned.council ? current.caseStudy : current.signpost;
    const { versionId: id, caseStudyId } = await aDraft({ template, answers, personId: author.id, now });
    for (const move of ["submit", "take", "accept", "publish"] as const) {
      const outcome = await moveVersion({ id, basedOn: 1, move, actor: move === "submit" ? author : editor, now });
      if (!outcome.ok) throw new Error(`${move} was refused: ${outcome.reason}`);
    }
    if (lead) await setLeadTerm({ id, term: lead, actor: editor, now });
    const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
    entries.push({ ...planned, slug: slug ?? "", caseStudyId, collections: [] });
  }
  for (const [name, every] of [
    ["Every third", 3],
    ["Every seventh", 7],
  ] as const) {
    const chosen = entries.filter((_, index) => index % every === 0);
    const caseStudyIds = chosen.map(({ caseStudyId }) => caseStudyId);
    await addCollection({ name, introduction: "", caseStudyIds, actor: editor });
    for (const entry of chosen) entry.collections.push(name.toLowerCase().replace(" ", "-"));
  }
  return entries;
}
