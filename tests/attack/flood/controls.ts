import type { Told } from "./ask.ts";
import { promisesOf, type Found } from "./promises.ts";

const told = (count: number, ms: number, status = 200, again = false): Told[] =>
  Array.from({ length: count }, () => ({ status, ms, again }));

const good: Found = {
  idle: told(100, 2),
  kept: told(100, 8),
  health: told(100, 20),
  crowd: [...told(100, 90), ...told(100, 900, 503, true)],
  memory: Array.from({ length: 40 }, () => 500),
  alone: told(100, 60),
  together: [...told(100, 250), ...told(100, 1000, 503, true)],
  after: told(10, 60),
};

/** One fault each; every one must break a promise, and the good findings none. */
const faults: Partial<Found>[] = [
  { kept: told(100, 61) },
  { kept: told(100, 101), alone: told(100, 400) },
  { kept: told(100, 61), alone: [...told(100, 60), ...told(100, 900, 503, true)] },
  { alone: told(1, 60, 500) },
  { kept: told(100, 8, 503, true) },
  { health: told(100, 1001) },
  { crowd: told(1, 20, 500) },
  { crowd: told(1, 20, 503) },
  { crowd: told(1, 20, 0) },
  { memory: Array.from({ length: 40 }, (_, second) => 500 + 20 * second) },
  { together: [...told(100, 5501), ...told(100, 1000, 503, true)] },
  { together: told(100, 250) },
  { after: told(10, 900) },
];

/** @returns how many faults were noticed, and how many there are */
export function noticed(): [number, number] {
  const isBroken = (found: Found) => promisesOf(found).some(({ kept }) => !kept);
  if (isBroken(good)) return [0, faults.length];
  return [faults.filter((fault) => isBroken({ ...good, ...fault })).length, faults.length];
}
