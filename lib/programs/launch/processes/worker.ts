import { superviseProcess } from "#lib/gate/renderer/supervise.ts";
import { createLog } from "#lib/ops/log.ts";
import type { Closing } from "../closing.ts";
import { Complaint } from "../complaint.ts";
import type { Site } from "../site.ts";
import { connections } from "./connections.ts";

// With what follows it, everything has ended within twenty seconds.
const patienceMs = 18_000;

/**
 * The background jobs have a process of their own, so that none of them can keep a reader waiting.
 *
 * @param processes told how it does
 * @throws Complaint when it ends before it has begun, as it would again and again
 */
export async function openWorker(closing: Closing, processes: Site["processes"]): Promise<void> {
  const { promise: beginning, resolve: begun, reject: fail } = Promise.withResolvers<void>();
  beginning.catch(() => undefined);
  const open = async () =>
    superviseProcess({
      name: "worker",
      niceness: 10,
      command: process.execPath,
      args: ["--disable-warning=ExperimentalWarning", "lib/programs/worker.ts", "beside-the-site"],
      env: { ...process.env, CASEBOOK_CONNECTIONS: String(connections.worker), CASEBOOK_SILENCE_MS: "0" },
      onReady: begun,
      onMessage: (message) => processes.hear("worker", message),
      onExit: () => {
        processes.forget("worker");
        fail(new Complaint("The background jobs could not be begun. JOBS=off starts the site without them."));
      },
      log: createLog(),
    });
  await closing.open(open, (worker) => worker.stop(patienceMs));
  closing.signal.addEventListener("abort", () => begun());
  await beginning;
}
