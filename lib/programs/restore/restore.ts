import { readRestoreArguments } from "./arguments.ts";
import { readBackup } from "./read-backup.ts";
import { openForRestore } from "./target.ts";
import { runToItsEnd, type Closing } from "../launch/closing.ts";
import { runProgram } from "../launch/complaint.ts";
import { readSettings } from "../launch/settings.ts";

/*
 * Puts what `npm run backup` wrote into an empty database, or into one whose contents may go, and its files where files are kept.
 * The site has to be stopped.
 */
await runProgram(() => runToItsEnd(restore));

async function restore({ open }: Closing) {
  const asked = await readRestoreArguments(process.argv.slice(2));
  const env = readSettings();
  const target = await open(
    () => openForRestore(env),
    ({ close }) => close(),
  );
  process.env["DATABASE_URL"] = target.url;
  await readBackup({ ...asked, env, target, open });
}
