import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

export interface RunningSite {
  address: string;
  process: ChildProcess;
  /** Everything it printed so far. */
  printed(): string;
  /** Asks it to stop, and resolves with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the site as `npm start` does, on a free port unless PORT is set, and resolves when it says where it is.
 *
 * @param env settings such as DATA_DIR or DATABASE_URL
 */
export async function startSite(env: Record<string, string>): Promise<RunningSite> {
  const port = Number(env["PORT"] ?? (await freePort()));
  const site = begin({ ...env, PORT: String(port) });
  let output = "";
  const ended = new Promise<number | null>((resolve) => site.once("exit", resolve));
  // Whoever is told to stop amid a proof leaves no site behind.
  const leave = () => void site.kill("SIGTERM");
  process.once("exit", leave);
  void ended.then(() => process.off("exit", leave));
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [site.stdout, site.stderr]) {
      stream.on("data", (chunk) => {
        output += String(chunk);
        if (output.includes("Casebook is at")) resolve();
      });
    }
    void ended.then((code) => reject(new Error(`The site stopped with ${code} before it was ready:\n${output}`)));
  });
  await ready;
  return {
    address: `http://127.0.0.1:${port}`,
    process: site,
    printed: () => output,
    stop: () => (site.kill("SIGTERM"), ended),
  };
}

/**
 * Starts the site as `npm start` does, for settings with which it cannot serve.
 *
 * @returns its exit code and all it printed
 */
export async function startInVain(env: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const site = begin({ PORT: String(await freePort()), ...env });
  let printed = "";
  for (const stream of [site.stdout, site.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  // Both streams stay open as long as anything it started still holds them.
  const code = await new Promise<number | null>((resolve) => site.once("close", resolve));
  return { code, printed };
}

function begin(env: Record<string, string>) {
  return spawn(process.execPath, ["lib/programs/begin.mjs", "start"], {
    // One process that makes pages is enough for most tests, and begins sooner than one for every core.
    env: { ...process.env, DATABASE_URL: "", RENDERERS: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
