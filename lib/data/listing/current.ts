import { change, type Listing } from "./listing.ts";
import { getState, readChanges, readWhole, type Generation } from "./rows.ts";

/** The listing with the states it has been in, by number. */
interface Held {
  listing: Listing;
  latest: Generation;
  stamps: Map<bigint, string | null>;
}

/** What a replica may be behind. */
const mostStamps = 10_000;

// The process that serves pages has this module twice, within the framework's bundle and outside it.
const kept = globalThis as { casebookListing?: Held | undefined; casebookListingUpdate?: Promise<void> | undefined };

/**
 * The listing at the database's present state or a later one. It is read whole once, and from then on brought up to date when a
 * generation is new; one statement asks. It changes with the next update, so whoever reads it does so without waiting in between.
 */
export async function getListing(): Promise<{ listing: Listing; generation: bigint }> {
  for (;;) {
    const state = await getState();
    if (!hasSeen(state)) await update();
    // One that was under way already may have begun before this state.
    if (!hasSeen(state)) await update();
    const held = kept.casebookListing;
    if (held && hasSeen(state)) return { listing: held.listing, generation: held.latest.number };
  }
}

const hasSeen = ({ number, stamp }: Generation) => kept.casebookListing?.stamps.get(number) === stamp;

function update(): Promise<void> {
  return (kept.casebookListingUpdate ??= bringUpToDate().finally(() => (kept.casebookListingUpdate = undefined)));
}

async function bringUpToDate(): Promise<void> {
  const held = kept.casebookListing;
  const changes = held && (await readChanges(held.latest));
  if (!changes) {
    const { listing, state } = await readWhole();
    kept.casebookListing = { listing, latest: state, stamps: new Map([[state.number, state.stamp]]) };
    return;
  }
  change(held.listing, changes.changed, changes.rows);
  for (const generation of changes.generations) {
    held.stamps.set(generation.number, generation.stamp);
    held.latest = generation;
    held.stamps.delete(generation.number - BigInt(mostStamps));
  }
}
