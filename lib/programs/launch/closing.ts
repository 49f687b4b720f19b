type Step = () => unknown;

export interface Closing {
  /** Aborted when closing begins: ends children whose work has become pointless. */
  signal: AbortSignal;
  /** Remembers a step of closing. */
  add(step: Step): void;
  /** Opens something and remembers at once how to close it, so that being told to stop half-way closes it too. */
  open<Opened>(begin: () => Promise<Opened>, close: (opened: Opened) => unknown): Promise<Opened>;
}

/**
 * Runs a program that stays. What it has opened is closed, newest first, on Ctrl-C, on TERM, when the program that began
 * this one is gone, and when it fails.
 */
export async function stayUntilTold(program: (closing: Closing) => Promise<void>): Promise<void> {
  const { closing, close } = collectSteps();
  const leave = async (code: number) => process.exit((await close()) ? code : 1);
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, () => void leave(0));
  process.on("uncaughtException", (error) => (console.error(error), void leave(1)));

  try {
    await program(closing);
  } catch (error) {
    // What fails because it is being closed is no news.
    if (closing.signal.aborted) return;
    await close();
    throw error;
  }
}

function collectSteps() {
  const steps: Step[] = [];
  const stopping = new AbortController();
  let closed: Promise<boolean> | undefined;

  const closing: Closing = {
    signal: stopping.signal,
    add: (step) => void steps.push(step),
    async open(begin, close) {
      stopping.signal.throwIfAborted();
      const opening = begin();
      steps.push(async () => {
        const opened = await opening.catch(() => null);
        if (opened !== null) await close(opened);
      });
      return opening;
    },
  };
  return { closing, close: () => (closed ??= closeAll(steps, stopping)) };
}

/** @returns whether every step went well */
async function closeAll(steps: Step[], stopping: AbortController): Promise<boolean> {
  stopping.abort();
  let well = true;
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      well = false;
      console.error(error);
    }
  }
  return well;
}
