import type { Env } from "#lib/ops/env.ts";
import { buildIfChanged } from "./build.ts";
import { stayUntilTold, type Closing } from "./closing.ts";
import { fillIfNew, keepAlive, openDatabase, prepareDatabase, refuseOlder, type OpenDatabase } from "./database.ts";
import { hintAbout } from "./names.ts";
import { refuseBusyPort } from "./port.ts";
import { connections, silenceMs } from "./processes/connections.ts";
import { openWorker } from "./processes/worker.ts";
import { findSecret } from "./secret.ts";
import { readSettingsForLetters } from "./settings.ts";
import { openSite } from "./site.ts";

const say = (line: string) => console.log(line);

/** Opens the database, brings it up to date, builds and serves, and stays until it is told to stop. */
export function serve({ reloading }: { reloading: boolean }): Promise<void> {
  return stayUntilTold((closing) => open(closing, reloading));
}

async function open(closing: Closing, reloading: boolean) {
  const env = readSettingsForLetters();
  await refuseBusyPort(env.HOST, env.PORT);
  const database = await closing.open(
    () => openDatabase(env),
    ({ embedded }) => embedded?.stop(),
  );

  // The renderer and the filling inherit it.
  process.env["SECRET"] = await findSecret(env);
  process.env["CASEBOOK_CONNECTIONS"] = String(connections.gate);
  process.env["CASEBOOK_SILENCE_MS"] = String(silenceMs);
  await prepare(database, env, closing.signal);
  if (!reloading) await buildIfChanged(say, closing.signal);
  const { isDatabaseUp } = await import("#lib/data/generation.ts");
  const options = {
    env,
    databaseUrl: database.url,
    demonstration: Boolean(database.embedded),
    reloading,
    isDatabaseUp,
  };
  const site = await closing.open(
    () => openSite(options),
    (opened) => opened.close(),
  );
  // Nobody new is answered while the jobs, which were begun last and end first, take their time.
  closing.signal.addEventListener("abort", () => void site.close());
  await site.ready;

  if (database.embedded) closing.add(keepAlive(database.embedded, say));
  if (env.JOBS === "on") await openWorker(closing, site.processes);
  const hint = hintAbout(env);
  if (hint) say(hint);
  say(`Casebook is at ${site.address}`);
  void completeSearch();
}

/** The demonstration if the embedded database is new, then the schemas and the reference lists. */
async function prepare({ url, embedded }: OpenDatabase, { MIGRATE }: Env, stopping: AbortSignal) {
  if (embedded) await fillIfNew(embedded, stopping);
  process.env["DATABASE_URL"] = url;
  process.env["CASEBOOK_DEMONSTRATION"] = embedded ? "1" : "";
  if (MIGRATE === "off") return refuseOlder(url);
  const applied = await prepareDatabase(url);
  if (applied.length)
    say(`The database is up to date (${applied.length} ${applied.length === 1 ? "migration" : "migrations"} applied).`);
}

/** After an upgrade from before the search, case studies come to be found one after the other, while the site is open. */
async function completeSearch() {
  const { completeListing } = await import("#lib/commands/directory/complete-listing.ts");
  const completed = await completeListing({ afterStart: true }).catch((error: unknown) =>
    say(`The search is not complete: ${String(error)}`),
  );
  if (completed) say(`The search is complete: ${completed} case studies came to be found.`);
}
