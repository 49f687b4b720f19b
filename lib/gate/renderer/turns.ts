/** Gives a turn back. */
export type Release = () => void;

interface Waiting {
  since: number;
  enter: () => void;
}

/**
 * A bounded number of turns and a bounded queue for them: first come first served, for as long as the queue moves. Once whoever
 * is first has waited for longer than `freshMs`, more come than can be served, and the newest goes first: if all had to wait
 * alike, nobody would be served in time.
 * `take` resolves to the turn's release, or to null when the queue is full or the signal ended the wait. Never rejects.
 */
export function createTurns(atOnce: number, mayWait: number, freshMs = Infinity) {
  let taken = 0;
  const waiting = new Set<Waiting>();

  function take(givenUp: AbortSignal): Promise<Release | null> {
    if (givenUp.aborted) return Promise.resolve(null);
    if (taken < atOnce) return Promise.resolve(begin());
    if (waiting.size >= mayWait) return Promise.resolve(null);
    return wait(givenUp);
  }

  function wait(givenUp: AbortSignal): Promise<Release | null> {
    return new Promise((resolve) => {
      const leave = () => {
        waiting.delete(place);
        resolve(null);
      };
      const enter = () => {
        givenUp.removeEventListener("abort", leave);
        waiting.delete(place);
        resolve(begin());
      };
      const place = { since: performance.now(), enter };
      waiting.add(place);
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
      next()?.enter();
    };
  }

  function next(): Waiting | undefined {
    const [first] = waiting;
    if (!first || performance.now() - first.since <= freshMs) return first;
    return [...waiting].at(-1);
  }

  return { take, count: () => ({ taken, waiting: waiting.size }) };
}
