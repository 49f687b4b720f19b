import { stat } from "node:fs/promises";
import { runToItsEnd, type Closing } from "./launch/closing.ts";
import { Complaint, runProgram } from "./launch/complaint.ts";
import { bringUpToDate, fillIfNew, openDatabase } from "./launch/database.ts";
import { readImportArguments } from "./import/arguments.ts";
import { findSecret } from "./launch/secret.ts";
import { readSettings } from "./launch/settings.ts";

/*
 * Imports case studies from a file: looks it through, says what it found, and brings in what is right. The embedded database is busy
 * while its site runs, so that has to be stopped first.
 */
await runProgram(() => runToItsEnd(importFile));

async function importFile({ open, add, signal }: Closing) {
  const asked = readImportArguments(process.argv.slice(2));
  const found = await stat(asked.file).catch(() => null);
  if (!found?.isFile()) throw new Complaint(`There is no file ${asked.file}.`);

  const env = readSettings();
  const database = await open(
    () => openDatabase(env),
    ({ embedded }) => embedded?.stop(),
  );
  // The filling inherits it, and so does whatever makes links.
  process.env["SECRET"] = await findSecret(env);
  if (database.embedded) await fillIfNew(database.embedded, signal);
  await bringUpToDate(database.url, env);
  process.env["DATABASE_URL"] = database.url;
  const { db } = await import("#lib/data/db.ts");
  add(() => db.$disconnect());
  const { loadReferenceLists } = await import("#prisma/seed/reference.ts");
  await loadReferenceLists();
  const { importWithReport } = await import("./import/with-report.ts");
  await importWithReport(asked);
}
