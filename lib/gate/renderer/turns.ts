/** Gives a turn back. */
export type Release = () => void;

/**
 * A bounded number of turns and a bounded queue for them, first come first served.
 * `take` resolves to the turn's release, or to null when the queue is full or the signal ended the wait. Never rejects.
 */
export function createTurns(atOnce: number, mayWait: number) {
  let taken = 0;
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
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      taken -= 1;
      const [next] = waiting;
      next?.();
    };
  }

  return { take };
}
