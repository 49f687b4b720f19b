import { stayUntilTold, type Closing } from "./launch/closing.ts";
import { Complaint, runProgram } from "./launch/complaint.ts";
import { findSecret } from "./launch/secret.ts";
import { readSettingsForLetters } from "./launch/settings.ts";

/*
 * The background jobs: begun by `npm start`, or alone beside sites that run with JOBS=off. The site brings the database up to date,
 * not the worker.
 */
const besideTheSite = "beside-the-site";
await runProgram(() => stayUntilTold(work));

async function work({ open }: Closing) {
  const env = readSettingsForLetters();
  if (!env.DATABASE_URL)
    throw new Complaint("The worker needs DATABASE_URL. With the embedded database, npm start does the jobs itself.");
  process.env["SECRET"] = await findSecret(env);
  const { startTracing } = await import("#lib/ops/tracing.ts");
  await open(
    () => startTracing("worker"),
    (stop) => stop(),
  );
  const { startJobs } = await import("#lib/jobs/start-jobs.ts");
  await open(
    () => startJobs().catch(complain),
    (stop) => stop(),
  );
  const { keepImporting } = await import("#lib/transfer/import/keep-importing.ts");
  await open(
    async () => keepImporting(),
    (stop) => stop(),
  );
  process.send?.("ready");
  const { tellHowWeDo } = await import("#lib/data/watch/own-process.ts");
  tellHowWeDo();
  if (process.argv[2] !== besideTheSite) console.log("Casebook is doing its background jobs");
}

function complain(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Complaint(`The worker cannot begin: ${reason}. Start the site first: it prepares the database.`);
}
