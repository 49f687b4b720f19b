/** Gives a turn back. */
export type Release = () => void;

interface Waiting {
  since: number;
  enter: () => void;
  leave: () => void;
}

/** How much the latest turn counts in the mean of how long one is held. */
const weight = 0.2;
/** For so many turns everybody may wait. */
const patience = 2;

/**
 * A bounded number of turns and a bounded queue for them: first come first served, as long as everybody waits for two turns at
 * most. When more than that have waited for longer than `burstMs`, the newest goes first, and who has waited for two turns leaves: if all
 * had to wait alike, nobody would be served in time. So a few who ask at once all have their turn, however slow the machine, and of a
 * crowd some are served quickly and the others told so (adaptive LIFO with controlled delay: Maurer, "Fail at Scale", ACM Queue
 * 13(8), 2015).
 * `take` resolves to the turn's release, or to null when the queue is full or the signal ended the wait. Never rejects.
 */
export function createTurns(atOnce: number, mayWait: number, burstMs = Infinity) {
  let taken = 0;
  let heldMs = 0;
  let crowdedSince = Infinity;
  const waiting = new Set<Waiting>();

  function take(givenUp: AbortSignal): Promise<Release | null> {
    if (givenUp.aborted) return Promise.resolve(null);
    if (taken < atOnce) return Promise.resolve(begin());
    if (waiting.size >= mayWait) return Promise.resolve(null);
    return wait(givenUp);
  }

  function wait(givenUp: AbortSignal): Promise<Release | null> {
    return new Promise((resolve) => {
      const end = (release: Release | null) => {
        givenUp.removeEventListener("abort", leave);
        waiting.delete(place);
        if (!isCrowd()) crowdedSince = Infinity;
        resolve(release);
      };
      const leave = () => end(null);
      const place = { since: performance.now(), enter: () => end(begin()), leave };
      waiting.add(place);
      if (isCrowd()) crowdedSince = Math.min(crowdedSince, place.since);
      givenUp.addEventListener("abort", leave, { once: true });
    });
  }

  function begin(): Release {
    taken += 1;
    const since = performance.now();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      taken -= 1;
      heldMs += weight * (performance.now() - since - heldMs);
      next()?.enter();
    };
  }

  function isCrowd(): boolean {
    return waiting.size > patience * atOnce;
  }

  function next(): Waiting | undefined {
    const now = performance.now();
    const [first] = waiting;
    if (now - crowdedSince <= burstMs || !isCrowd()) return first;
    const newest = [...waiting].at(-1);
    const until = now - patience * heldMs;
    for (const one of waiting) {
      if (one === newest || one.since > until) break;
      one.leave();
    }
    return newest;
  }

  return { take, count: () => ({ taken, waiting: waiting.size }) };
}
