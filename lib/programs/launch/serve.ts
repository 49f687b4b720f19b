import { readEnv, type Env } from "#lib/ops/env.ts";
import { buildIfChanged } from "./build.ts";
import { Complaint } from "./complaint.ts";
import { fillIfNew, keepAlive, migrateOrComplain, openDatabase, type OpenDatabase } from "./database.ts";
import { refuseBusyPort } from "./port.ts";
import { openSite, type Site } from "./site.ts";

const say = (line: string) => console.log(line);

/** Opens the database, brings it up to date, builds and serves, and stays until it is told to stop. */
export async function serve({ reloading }: { reloading: boolean }): Promise<void> {
  const closing = closeWhenTold();
  const env = readSettings();
  await refuseBusyPort(env.HOST, env.PORT);
  const database = await openDatabase(env);
  closing.add(async () => database.embedded?.stop());

  await prepare(database);
  if (!reloading) await buildIfChanged(say);
  const { isDatabaseUp } = await import("#lib/data/generation.ts");
  const site: Site = await openSite({
    env,
    databaseUrl: database.url,
    demonstration: Boolean(database.embedded),
    reloading,
    isDatabaseUp,
  });
  closing.add(() => site.close());

  if (database.embedded) closing.add(keepAlive(database.embedded, say));
  const { keepTime } = await import("#lib/jobs/keep-time.ts");
  closing.add(keepTime());
  say(`Casebook is at ${site.address}`);
}

function readSettings(): Env {
  try {
    return readEnv();
  } catch (error) {
    throw new Complaint(error instanceof Error ? error.message : String(error));
  }
}

/** The demonstration if the embedded database is new, then the schema and the reference lists. */
async function prepare({ url, embedded }: OpenDatabase) {
  if (embedded) await fillIfNew(embedded);
  const applied = await migrateOrComplain(url);
  if (applied.length)
    say(`The database is up to date (${applied.length} ${applied.length === 1 ? "migration" : "migrations"} applied).`);
  // What reads the database connects to the address it finds here.
  process.env["DATABASE_URL"] = url;
  const { loadReferenceLists } = await import("#prisma/seed/reference.ts");
  await loadReferenceLists();
}

/** Collects what must be closed, and closes it, newest first, on Ctrl-C, on TERM and when the program that began this one is gone. */
function closeWhenTold() {
  const steps: (() => unknown)[] = [];
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    let code = 0;
    for (const step of steps.toReversed()) {
      await Promise.resolve(step()).catch((error: unknown) => {
        code = 1;
        console.error(error);
      });
    }
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, () => void close());
  return { add: (step: () => unknown) => void steps.push(step) };
}
