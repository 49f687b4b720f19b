import { createHash } from "node:crypto";
import { inTurns } from "#tests/support/ask.ts";
import { checkPage } from "./check.ts";
import type { Content } from "./content.ts";
import { cpuMsOf } from "../cost.ts";
import { connections, settled } from "./load.ts";
import type { Asked, Target } from "./target.ts";

export interface Cold {
  /** Milliseconds of processor for one page. */
  cpuMs: number;
  p50: number;
  pages: number;
}

const pages = 270;
const parts = 9;
const checked = 4;
/** Made of each before, in parts too, as code that compiles while it runs is slow in the beginning. */
const before = 3000;
const partsBefore = 20;

/** Pages that nobody has asked for yet, the same ones of every target, a part of them of each in turn. */
export async function compareCold(targets: readonly Target[], content: Content) {
  const titles = content.posts.map(({ title }) => title);
  const questions = shuffled(questionsOf(content));
  // Other words than those that are asked for afterwards: what words find may be kept. Of so few case studies all cards are held
  // after these; in a directory of more than some thousand, some have to be read (`growth`).
  const others = questions
    .slice(checked + pages)
    .flatMap(({ words = "" }) => content.topics.map(({ slug }): Asked => ({ words, topic: slug })));
  for (const part of inParts(shuffled(others).slice(0, before), partsBefore))
    for (const target of targets) await inTurns(part, connections, (one) => timed(target.listOf(one)));

  const figures: Record<string, Record<string, Cold>> = {};
  for (const [name, all] of Object.entries({ listing: filtersOf(content), search: questions })) {
    const chosen = shuffled(all).slice(0, checked + pages);
    const asked = chosen.slice(checked);
    for (const target of targets)
      for (const one of chosen.slice(0, checked)) await checkPage(target.listOf(one), titles);
    const times: Record<string, number[]> = {};
    const spent: Record<string, number> = {};
    for (const part of inParts(asked, parts))
      for (const target of targets) {
        const used = cpuMsOf(target.pids);
        const took = await inTurns(part, connections, (one) => timed(target.listOf(one)));
        await settled();
        spent[target.name] = (spent[target.name] ?? 0) + cpuMsOf(target.pids) - used;
        times[target.name] = [...(times[target.name] ?? []), ...took];
      }
    figures[name] = Object.fromEntries(
      targets.map(({ name }) => [name, summaryOf(times[name] ?? [], spent[name] ?? NaN)]),
    );
  }
  return figures;
}

/** A topic and a page of it, or a topic and a support type, wherever there is something to list. */
function filtersOf({ posts, topics, supportTypes }: Content): Asked[] {
  return topics.flatMap(({ slug: topic }) => {
    const within = posts.filter((post) => post.topics.includes(topic));
    const numbers = Array.from({ length: Math.ceil(within.length / 10) }, (_, before) => before + 1);
    const supports = supportTypes.filter(({ slug }) => within.some((post) => post.supportTypes.includes(slug)));
    return [...numbers.map((page) => ({ topic, page })), ...supports.map(({ slug }) => ({ topic, support: slug }))];
  });
}

/** Two longer words of each title, so that at least one case study has both. */
function questionsOf({ posts }: Content): Asked[] {
  const words = posts.flatMap(({ title }) => {
    const long = title.match(/\b[a-z]{5,}\b/g) ?? [];
    return long.length < 2 ? [] : [long.slice(0, 2).join(" ")];
  });
  return [...new Set(words)].map((one) => ({ words: one }));
}

/** The same order in every run, which has nothing to do with the one they came in. */
const shuffled = (all: readonly Asked[]): Asked[] =>
  all
    .map((one) => ({ one, place: createHash("sha256").update(JSON.stringify(one)).digest("hex") }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one);

const inParts = <One>(all: readonly One[], count: number): One[][] => {
  const size = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, place) => all.slice(place * size, (place + 1) * size));
};

async function timed(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { "accept-encoding": "gzip" } });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - begun;
}

const summaryOf = (times: readonly number[], spent: number): Cold => ({
  cpuMs: spent / times.length,
  p50: times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN,
  pages: times.length,
});
