import { superviseProcess } from "#lib/gate/renderer/supervise.ts";
import { createLog } from "#lib/ops/log.ts";
import type { Closing } from "../closing.ts";
import { Complaint } from "../complaint.ts";
import { connections } from "./connections.ts";

const patienceMs = 20_000;

/**
 * The background jobs have a process of their own, so that none of them can keep a reader waiting.
 *
 * @throws Complaint when it ends before it has begun, as it would again and again
 */
export async function openWorker(closing: Closing): Promise<void> {
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
      onExit: () =>
        fail(new Complaint("The background jobs could not be begun. JOBS=off starts the site without them.")),
      log: createLog(),
    });
  await closing.open(open, (worker) => worker.stop(patienceMs));
  closing.signal.addEventListener("abort", () => begun());
  await beginning;
}
