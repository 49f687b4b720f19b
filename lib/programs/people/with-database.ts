import { findSecret } from "../launch/secret.ts";
import type { Closing } from "../launch/closing.ts";
import { bringUpToDate, openDatabase } from "../launch/database.ts";
import { readSettings } from "../launch/settings.ts";

/** Opens the site's database for what is loaded afterwards. The embedded one is busy while its site runs, so that has to be stopped first. */
export async function withDatabase({ open, add }: Closing): Promise<void> {
  const env = readSettings();
  const database = await open(
    () => openDatabase(env),
    ({ embedded }) => embedded?.stop(),
  );
  process.env["SECRET"] = await findSecret(env);
  await bringUpToDate(database.url, env);
  process.env["DATABASE_URL"] = database.url;
  const { db } = await import("#lib/data/db.ts");
  add(() => db.$disconnect());
}
