import { spawn } from "node:child_process";

/** How a process ended, and what it said until then. */
export interface Ended {
  output: string;
  /** What it said of its faults, as far as a log needs it. */
  faults: string;
  how: "done" | "late" | "spent" | "tooMuch" | "failed";
  code: number | string | null;
}

interface Bounds {
  /** How long it is waited for, whatever it does meanwhile. */
  seconds: number;
  /** The most bytes that are taken of what it says. */
  output: number;
}

const mostFaults = 4000;

/** A process that took more memory than it may is ended by a signal as well, whether it gave up itself or not. */
function howEnded(code: number | null, signal: string | null): Ended["how"] {
  if (signal) return signal === "SIGXCPU" ? "spent" : "tooMuch";
  return code === 0 ? "done" : "failed";
}

/** Runs a command on some input, without any of our settings, until it ends or has had enough time. */
export function runApart(
  [command, args]: [string, string[]],
  input: readonly (string | Uint8Array)[],
  bounds: Bounds,
): Promise<Ended> {
  const env = { NODE_ENV: "production" } as const;
  const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let faults = "";
    let stopped: "late" | "tooMuch" | null = null;
    const stop = (why: typeof stopped) => {
      stopped ??= why;
      child.kill("SIGKILL");
    };
    const deadline = setTimeout(() => stop("late"), bounds.seconds * 1000);
    const end = (how: Ended["how"], code: Ended["code"]) => {
      clearTimeout(deadline);
      resolve({ output: Buffer.concat(chunks).toString("utf8"), faults, how, code });
    };
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > bounds.output) stop("tooMuch");
      else chunks.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (faults.length < mostFaults) faults = (faults + chunk.toString("utf8")).slice(0, mostFaults);
    });
    child.on("error", (error) => end("failed", error.message));
    child.on("close", (code, signal) => end(stopped ?? howEnded(code, signal), signal ?? code));
    // A program that ended early reads no more; why it ended is what counts.
    child.stdin.on("error", () => undefined);
    for (const part of input) child.stdin.write(part);
    child.stdin.end();
  });
}
