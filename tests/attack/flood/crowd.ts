/*
 * A crowd in a process of its own, as it would be on other machines. Begun by the proof with what it is to do as its argument;
 * tells what it was told.
 */
import { setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { chanceOf } from "#tests/faults/chance.ts";
import { createAsker, type Told } from "./ask.ts";
import { questions, type Part } from "./questions.ts";
import { beSlow } from "./slow.ts";

export interface Order {
  port: number;
  seconds: number;
  /** How many ask for each. */
  parts: Partial<Record<Part, number>>;
  /** How many are slow. */
  slow?: number;
  /** About how long each waits between an answer and the next question. */
  pauseMs: number;
  /** Whether their times are what is measured, so that nothing may keep them waiting here. */
  measures?: boolean;
  /** The first address that nobody else asks from. */
  first: number;
}

export type Tallies = Partial<Record<Part | "health", Told[]>>;

const order = JSON.parse(process.argv[2] ?? "") as Order;
const { port, seconds, parts, slow = 0, pauseMs, measures = false } = order;
if (measures) first();

const until = performance.now() + seconds * 1000;
const tallies: Tallies = {};
let number = order.first;
const chance = chanceOf(order.first, "flood");

async function keepAsking(name: Part | "health"): Promise<void> {
  const ask = createAsker(port, (number += 1));
  const tally = (tallies[name] ??= []);
  await wait(chance() * pauseMs);
  while (performance.now() < until) {
    const { path, form } = name === "health" ? { path: "/healthz", form: undefined } : questions[name](chance);
    tally.push(await ask(path, form));
    if (pauseMs) await wait(pauseMs * (0.5 + chance()));
  }
}

const all = Object.entries(parts).flatMap(([name, count]) =>
  Array.from({ length: count }, () => keepAsking(name as Part)),
);
if (measures) all.push(keepAsking("health"));
all.push(...Array.from({ length: slow }, (_, place) => beSlow(port, place, until)));
await Promise.all(all);
process.send?.(tallies, () => process.exit(0));

function first(): void {
  try {
    setPriority(-10);
  } catch {
    console.log("Times are measured without coming first: that takes more rights.");
  }
}
