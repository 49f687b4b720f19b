/** Whether one word becomes another by at most so many letters put in, taken out or changed. */
export function distanceWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      now.push(Math.min(before[column]! + 1, now[column - 1]! + 1, before[column - 1]! + change));
    }
    if (Math.min(...now) > most) return false;
    before = now;
  }
  return before[other.length]! <= most;
}
