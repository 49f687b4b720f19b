import { setTimeout as wait } from "node:timers/promises";
import { getState, type State } from "#lib/data/generation.ts";
import { change, type Listing } from "./listing.ts";
import { readChanges, readWhole } from "./rows.ts";
import { getStateOnce } from "./state.ts";

/** The listing with the states it has been in, by number. */
interface Held {
  listing: Listing;
  latest: State;
  stamps: Map<bigint, string | null>;
}

export interface Current {
  listing: Listing;
  /** The state that the listing is in. */
  state: State;
  /**
   * The state that the database was found in first: an earlier one where a replica is read that is behind, or something was changed that the
   * gate has not heard of. What else a page reads may be of that state, so nothing may be held as of a later one.
   */
  seen: State;
}

/** Another connection may read a state that this process has passed, as one to a replica does. */
const mostStamps = 10_000;
/** Whoever waits longer has waited in vain: the gate gives up soon after. */
const patienceMs = 6000;
const mostTries = 5;

// The process that serves pages has this module twice, within the framework's bundle and outside it.
const kept = globalThis as { casebookListing?: Held | undefined; casebookListingUpdate?: Promise<void> | undefined };

/**
 * The listing at a state or a later one. It is read whole once, and from then on brought up to date when a state is new. It changes with
 * the next update, so whoever reads it does so without waiting in between.
 *
 * @param asOf the state; the one that everything on a page is read since, if it is left out
 * @throws Error while it cannot be read, or not in time
 */
export async function getListing(asOf?: State): Promise<Current> {
  const seen = asOf ?? (await getStateOnce());
  for (let tries = 0; tries < mostTries; tries += 1) {
    const state = tries ? await getState() : seen;
    if (!hasSeen(state)) await updateSoon();
    // One that was under way already may have begun before this state.
    if (!hasSeen(state)) await updateSoon();
    const held = kept.casebookListing;
    if (held && hasSeen(state)) return { listing: held.listing, state: held.latest, seen };
  }
  throw new Error("The listing changes more quickly than it can be read");
}

/** Reads the listing, however long that takes, so that nobody has to wait for it who comes first. */
export async function prepareListing(): Promise<void> {
  await update();
}

const hasSeen = ({ number, stamp }: State) => kept.casebookListing?.stamps.get(number) === stamp;

async function updateSoon(): Promise<void> {
  const inTime = await Promise.race([update().then(() => true), wait(patienceMs, false, { ref: false })]);
  if (!inTime) throw new Error("The listing was not read in time");
}

function update(): Promise<void> {
  return (kept.casebookListingUpdate ??= bringUpToDate().finally(() => (kept.casebookListingUpdate = undefined)));
}

async function bringUpToDate(): Promise<void> {
  if (kept.casebookListing && (await catchUp(kept.casebookListing))) return;
  const { listing, state } = await readWhole();
  kept.casebookListing = { listing, latest: state, stamps: new Map([[state.number, state.stamp]]) };
}

/** @returns whether it is up to date now */
async function catchUp(held: Held): Promise<boolean> {
  const changes = await readChanges(held.latest);
  if (!changes) return false;
  change(held.listing, changes.changed, changes.rows);
  for (const generation of changes.generations) {
    held.stamps.set(generation.number, generation.stamp);
    held.latest = generation;
    held.stamps.delete(generation.number - BigInt(mostStamps));
  }
  return isWhole(held.listing);
}

/** A row that nothing had noted has no place, nor has what stands behind it. */
const isWhole = ({ all, newest, title }: Listing) =>
  newest.numbers.length === all.size && title.numbers.length === all.size;
