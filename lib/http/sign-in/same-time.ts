import { setTimeout as wait } from "node:timers/promises";

/** More than a letter takes to be owed, on a machine with other things to do. */
const longestMs = 200;

/** Does what differs with who is known here, and ends no sooner than it may take for anybody: how long it took tells nothing. */
export async function inTheSameTime(act: () => Promise<void>): Promise<void> {
  await Promise.all([act(), wait(longestMs)]);
}
