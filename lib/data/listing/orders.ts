import { TypedFastBitSet } from "typedfastbitset";

/** Numbers of case studies in an order. */
export interface Order {
  readonly numbers: Uint32Array;
  /** At which place each number stands. */
  placeOf(number: number): number;
}

export function orderOf(numbers: Uint32Array): Order {
  let places: Uint32Array | null = null;
  return { numbers, placeOf: (number) => (places ??= placesOf(numbers))[number] ?? numbers.length };
}

export const emptyOrder = orderOf(new Uint32Array());

function placesOf(numbers: Uint32Array): Uint32Array {
  const places = new Uint32Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
  numbers.forEach((number, place) => (places[number] = place));
  return places;
}

/** What stands before a number; null before the first. */
interface Moved {
  number: number;
  after: number | null;
}

/**
 * An order after some of its numbers left their places.
 *
 * @param moved those that have a place now; what stands before one may be another of them
 */
export function reordered({ numbers }: Order, gone: readonly number[], moved: readonly Moved[]): Order {
  const followers = new Map(moved.map(({ number, after }) => [after, number]));
  const marked = new TypedFastBitSet([...gone, ...moved.flatMap(({ after }) => after ?? [])]);
  const away = new Set(gone);
  const next = new Uint32Array(numbers.length + moved.length);
  let length = 0;
  const put = (first: number | undefined) => {
    for (let number = first; number !== undefined; number = followers.get(number)) next[length++] = number;
  };
  put(followers.get(null));
  for (const number of numbers)
    if (!marked.has(number)) next[length++] = number;
    else if (!away.has(number)) put(number);
  return orderOf(next.subarray(0, length));
}
