import { spawn, type ChildProcess } from "node:child_process";
import { getPriority, setPriority } from "node:os";
import type { Log } from "#lib/ops/log.ts";

export type ProcessOptions = {
  /** What it is, for the log. */
  name: string;
  command: string;
  args: readonly string[];
  /** The child's whole environment; without it, ours. */
  env?: NodeJS.ProcessEnv | undefined;
  /** How far it steps back where processors are scarce, from 0 to 19. */
  niceness?: number;
  /** Called each time a child says it is ready; a rejection is logged. */
  onReady?: () => void | Promise<unknown>;
  /** Called with whatever else a child says. */
  onMessage?: (message: unknown) => void;
  /** Called each time a child has ended, before the next one starts. */
  onExit?: (code: number | null, signal: NodeJS.Signals | null) => void;
  log: Log;
  /** Waits between restarts, and how long a child must be well for the first wait to count again, in milliseconds. */
  pauses?: { firstMs: number; longestMs: number; wellMs: number };
};

export type Supervised = {
  isReady(): boolean;
  /** Asks the child to end, ends it when it has not by the deadline in milliseconds, and resolves when it is gone. */
  stop(deadlineMs: number): Promise<void>;
};

/** Keeps one child process running: starts it, starts it again when it ends, and leaves none behind. */
export function superviseProcess({
  name,
  command,
  args,
  env,
  niceness = 0,
  onReady,
  onMessage,
  onExit,
  log,
  pauses = usual,
}: ProcessOptions): Supervised {
  let child: ChildProcess | null = null;
  let ready = false;
  let stopping = false;
  let pause = pauses.firstMs;
  let next: NodeJS.Timeout | undefined;
  let well: NodeJS.Timeout | undefined;

  function start(): void {
    const started = spawn(command, [...args], {
      env: env ?? process.env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child = started;
    if (niceness && started.pid !== undefined) stepBack(started.pid, niceness);
    started.on("message", (message) => (message === "ready" ? becomeReady() : onMessage?.(message)));
    started.once("error", (error) => {
      log.error({ err: error }, `the ${name} could not be started`);
      // Without a process id nothing ran, so no exit follows.
      if (started.pid === undefined) ended(null, null);
    });
    started.once("exit", ended);
  }

  function becomeReady(): void {
    ready = true;
    well = setTimeout(() => (pause = pauses.firstMs), pauses.wellMs);
    void Promise.resolve()
      .then(onReady)
      .catch((error: unknown) => log.error({ err: error }, `what follows the start of the ${name} failed`));
  }

  function ended(code: number | null, signal: NodeJS.Signals | null): void {
    child = null;
    ready = false;
    clearTimeout(well);
    onExit?.(code, signal);
    if (stopping) return;
    log.error({ code, signal, pause }, `the ${name} ended and is started again`);
    next = setTimeout(start, pause);
    pause = Math.min(pause * 2, pauses.longestMs);
  }

  async function stop(deadlineMs: number): Promise<void> {
    stopping = true;
    clearTimeout(next);
    const last = child;
    if (last) {
      const gone = new Promise((resolve) => last.once("exit", resolve));
      last.kill("SIGTERM");
      const timer = setTimeout(() => last.kill("SIGKILL"), deadlineMs);
      await gone;
      clearTimeout(timer);
    }
    ours.delete(end);
  }

  const end = () => void child?.kill("SIGKILL");
  ours.add(end);
  start();
  return { isReady: () => ready, stop };
}

/** A child that ended at once needs no place behind others, and one that cannot be given one runs all the same. */
function stepBack(pid: number, niceness: number): void {
  try {
    setPriority(pid, Math.min(19, getPriority() + niceness));
  } catch {
    return;
  }
}

/** Ends the children that are still there when this process ends. */
const ours = new Set<() => void>();
process.on("exit", () => ours.forEach((end) => end()));

const usual = { firstMs: 100, longestMs: 5000, wellMs: 30_000 };
