/** Whether wide sweeps are run whole, as `npm run test:long -- thorough` does. `npm test` takes a part of each, the same at every run. */
const isThorough = process.env["THOROUGH"] === "1";

/** How often something is tried. */
export const often = (few: number, many: number): number => (isThorough ? many : few);

/** Whether the case at a place of a sweep is among those taken. */
export const isTaken = (place: number, nth: number): boolean => isThorough || place % nth === 0;

/** Every nth case of a sweep, from one that depends on `turn`, so that sweeps beside each other take different ones. */
export function someOf<Case>(cases: readonly Case[], nth: number, turn = 0): readonly Case[] {
  return cases.filter((_, place) => isTaken(place + turn, nth));
}
