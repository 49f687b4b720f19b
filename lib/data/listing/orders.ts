/** Numbers of case studies in an order. */
export interface Order {
  readonly numbers: Uint32Array;
  /** At which place a number stands; -1 for one that is not there. */
  placeOf(number: number): number;
}

export function orderOf(numbers: Uint32Array): Order {
  let places: Int32Array | null = null;
  return { numbers, placeOf: (number) => (places ??= placesOf(numbers))[number] ?? -1 };
}

export const emptyOrder = orderOf(new Uint32Array());

function placesOf(numbers: Uint32Array): Int32Array {
  const places = new Int32Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1).fill(-1);
  numbers.forEach((number, place) => (places[number] = place));
  return places;
}

/** What stands before a number; null before the first. */
interface Moved {
  number: number;
  after: number | null;
}

/** Up to so many, looking for each is quicker than noting where everything stands. */
const few = 8;

/**
 * An order after some of its numbers left their places.
 *
 * @param moved those that have a place now; what stands before one may be another of them
 */
export function reordered(order: Order, gone: readonly number[], moved: readonly Moved[]): Order {
  const { numbers } = order;
  const followers = new Map(moved.map(({ number, after }) => [after, number]));
  const away = new Set(gone);
  const marked = [...new Set([...gone, ...moved.flatMap(({ after }) => after ?? [])])];
  const placeOf = marked.length > few ? order.placeOf : (number: number) => numbers.indexOf(number);
  const places = marked.map(placeOf).filter((place) => place >= 0);

  const next = new Uint32Array(numbers.length + moved.length);
  let length = 0;
  const put = (first: number | undefined) => {
    for (let number = first; number !== undefined; number = followers.get(number)) next[length++] = number;
  };
  const putAll = (unmoved: Uint32Array) => {
    next.set(unmoved, length);
    length += unmoved.length;
  };
  put(followers.get(null));
  let from = 0;
  for (const place of places.toSorted((a, b) => a - b)) {
    putAll(numbers.subarray(from, place));
    const number = numbers[place];
    if (number !== undefined && !away.has(number)) put(number);
    from = place + 1;
  }
  putAll(numbers.subarray(from));
  return orderOf(next.subarray(0, length));
}
