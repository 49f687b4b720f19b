import { grantTo } from "#prisma/grants.ts";
import { runToItsEnd, type Closing } from "../launch/closing.ts";
import { Complaint, runProgram } from "../launch/complaint.ts";
import { prepareDatabase, refuseUnreachable } from "../launch/database.ts";
import { readSettings } from "../launch/settings.ts";

/*
 * Brings a database of one's own up to date as its owner, for sites that run with MIGRATE=off as somebody who can change no schema, and lets
 * that role read and write what is new.
 */
await runProgram(() => runToItsEnd(migrate));

async function migrate({ add }: Closing) {
  const [role = "", ...more] = process.argv.slice(2);
  const { DATABASE_URL } = readSettings();
  if (!DATABASE_URL)
    throw new Complaint("Set DATABASE_URL to the database, as its owner. The embedded one is migrated by npm start.");
  if (more.length) throw new Complaint("Say which role the site has: npm run migrate -- ROLE");
  await refuseUnreachable(DATABASE_URL);
  add(() => import("#lib/data/db.ts").then(({ db }) => db.$disconnect()));
  const applied = await prepareDatabase(DATABASE_URL);
  console.log(`The database is up to date; migrations applied now: ${applied.length}.`);
  if (!role) return;
  await grantTo(DATABASE_URL, role).catch((error: unknown) => {
    throw new Complaint(error instanceof Error ? error.message : String(error));
  });
  console.log(`${role} may read and write its rows, and change no table.`);
}
