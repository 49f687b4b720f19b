/** As many at a time as leave the others of a small machine something to work with. */
const most = 2;
/** Each that waits holds its file in memory, and somebody waits with it. */
const mostWaiting = 8;

let running = 0;
const waiting: (() => void)[] = [];

/** Does some work once it is its turn. @returns null where too many wait already */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value | null> {
  if (waiting.length >= mostWaiting) return null;
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
