import { readEmail } from "#lib/http/forms/read-email.ts";
import { runToItsEnd, type Closing } from "./launch/closing.ts";
import { Complaint, runProgram } from "./launch/complaint.ts";
import { bringUpToDate, fillIfNew, openDatabase } from "./launch/database.ts";
import { findSecret } from "./launch/secret.ts";
import { readSettings } from "./launch/settings.ts";

const usage = 'npm run administrator -- someone@council.gov.uk "Name"';

/*
 * Makes somebody an administrator, the first above all. The embedded database is busy while its site runs, so that has to be
 * stopped first.
 */
await runProgram(() => runToItsEnd(administrator));

async function administrator({ open, add, signal }: Closing) {
  const [typed = "", ...names] = process.argv.slice(2);
  const email = readEmail(typed);
  const name = names.join(" ").trim();
  if (!email.ok || !name) throw new Complaint(`Say who it is: ${usage}`);

  const env = readSettings();
  const database = await open(
    () => openDatabase(env),
    ({ embedded }) => embedded?.stop(),
  );
  if (database.embedded) {
    // The filling inherits it.
    process.env["SECRET"] = await findSecret(env);
    await fillIfNew(database.embedded, signal);
  }
  await bringUpToDate(database.url, env);
  process.env["DATABASE_URL"] = database.url;
  const { db } = await import("#lib/data/db.ts");
  add(() => db.$disconnect());
  const { nameAdministrator } = await import("#lib/commands/staff/name-administrator.ts");
  const outcome = await nameAdministrator({ email: email.value, name });
  console.log(
    `${email.value} is ${outcome === "named" ? "now" : "already"} an administrator.${outcome === "reset" ? " Their authenticator app was forgotten." : ""} Next: open /sign-in on the site, type that ` +
      "address, follow the link that is sent there, and set up a second factor.",
  );
}
