/** Gives a turn back. */
export type Release = () => void;

/** How much the latest turn counts in the mean of how long one is held. */
const weight = 0.2;

/**
 * A bounded number of turns and a bounded queue for them: first come first served, for as long as all who wait can be served
 * within `fairMs`, going by how long turns have been held of late. When more wait than that, the newest goes first: if all had to
 * wait alike, nobody would be served in time. So a few who ask at once all have their turn, however slow the machine, and of a
 * crowd some are served quickly (adaptive LIFO: Maurer, "Fail at Scale", ACM Queue 13(8), 2015).
 * `take` resolves to the turn's release, or to null when the queue is full or the signal ended the wait. Never rejects.
 */
export function createTurns(atOnce: number, mayWait: number, fairMs = Infinity) {
  let taken = 0;
  let heldMs = 0;
  const waiting = new Set<() => void>();

  function take(givenUp: AbortSignal): Promise<Release | null> {
    if (givenUp.aborted) return Promise.resolve(null);
    if (taken < atOnce) return Promise.resolve(begin());
    if (waiting.size >= mayWait) return Promise.resolve(null);
    return wait(givenUp);
  }

  function wait(givenUp: AbortSignal): Promise<Release | null> {
    return new Promise((resolve) => {
      const leave = () => {
        waiting.delete(enter);
        resolve(null);
      };
      const enter = () => {
        givenUp.removeEventListener("abort", leave);
        waiting.delete(enter);
        resolve(begin());
      };
      waiting.add(enter);
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
      next()?.();
    };
  }

  function next(): (() => void) | undefined {
    const isFair = (waiting.size * heldMs) / atOnce <= fairMs;
    return [...waiting].at(isFair ? 0 : -1);
  }

  return { take, count: () => ({ taken, waiting: waiting.size }) };
}
