import { setTimeout as wait } from "node:timers/promises";
import { tellUnexpected } from "#lib/ops/log.ts";

type Step = () => unknown;

export interface Closing {
  /** Aborted when closing begins: ends children whose work has become pointless. */
  signal: AbortSignal;
  /** Remembers a step of closing. */
  add(step: Step): void;
  /** Opens something and remembers at once how to close it, so that being told to stop half-way closes it too. */
  open<Opened>(begin: () => Promise<Opened>, close: (opened: Opened) => unknown): Promise<Opened>;
}

type Program = (closing: Closing) => Promise<void>;
/** With which code a program ends that is told to stop in one of these ways; the last is that whoever began it is gone. */
type Codes = Record<"SIGINT" | "SIGTERM" | "disconnect", number>;

/**
 * Runs a program that stays, for which being told to stop is the good end. What it has opened is closed, newest first, on
 * Ctrl-C, on TERM, when the program that began this one is gone, and when it fails.
 */
export async function stayUntilTold(program: Program): Promise<void> {
  await runClosing(program, { SIGINT: 0, SIGTERM: 0, disconnect: 0 });
}

/**
 * Runs a program that ends by itself, closes in the same way and exits: with 0 only where it came to its end, so that whatever follows
 * it in a script may rely on that. Told to stop before, it ends with what shells say of such a program.
 */
export async function runToItsEnd(program: Program): Promise<void> {
  let cleared: Promise<unknown> = Promise.resolve();
  const watched: Program = (closing) => {
    const running = program(closing);
    cleared = running.catch(() => undefined);
    return running;
  };
  // What it has half done is cleared away first, if that does not take long.
  const clear = () => Promise.race([cleared, wait(2000)]);
  const leave = await runClosing(watched, { SIGINT: 130, SIGTERM: 143, disconnect: 143 }, clear);
  await leave(0);
}

/** @returns how to leave, which is done once, as it was first asked for */
async function runClosing(program: Program, codes: Codes, clear: () => unknown = () => undefined) {
  const { closing, close } = collectSteps();
  let leaving: Promise<void> | undefined;
  const leave = (code: number) =>
    (leaving ??= close().then(async (well) => {
      await clear();
      process.exit(well ? code : 1);
    }));
  for (const [told, code] of Object.entries(codes)) process.on(told, () => void leave(code));
  let failed = false;
  process.on("uncaughtException", (error) => {
    // Where nobody reads what is written, telling fails as well, and would be told in turn for ever.
    if (!failed) tellUnexpected(error);
    failed = true;
    void leave(1);
  });

  try {
    await program(closing);
  } catch (error) {
    // What fails because it is being closed is no news.
    if (!closing.signal.aborted) {
      await close();
      throw error;
    }
  }
  return leave;
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
      tellUnexpected(error, "something could not be closed");
    }
  }
  return well;
}
