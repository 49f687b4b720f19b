import { runToItsEnd, type Closing } from "./launch/closing.ts";
import { runProgram } from "./launch/complaint.ts";
import { bringUpToDate, openDatabase } from "./launch/database.ts";
import { readSettings } from "./launch/settings.ts";

/*
 * Writes the listing, and with it the search, anew from what is published. A site that runs on the same database shows it
 * at once; the embedded database is busy while its site runs, so that has to be stopped first.
 */
await runProgram(() => runToItsEnd(rebuild));

async function rebuild({ open, add }: Closing) {
  const env = readSettings();
  const database = await open(
    () => openDatabase(env),
    ({ embedded }) => embedded?.stop(),
  );
  await bringUpToDate(database.url, env);
  process.env["DATABASE_URL"] = database.url;
  const { db } = await import("#lib/data/db.ts");
  add(() => db.$disconnect());
  const { rebuildListing } = await import("#lib/commands/directory/rebuild-listing.ts");
  console.log(`The listing has been rebuilt from ${await rebuildListing()} case studies.`);
}
