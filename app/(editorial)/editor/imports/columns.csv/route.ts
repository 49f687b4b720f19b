import { requireEditor } from "#lib/auth/guards.ts";
import { emptyTable } from "#lib/feeds/editors/import-csv.ts";
import { csvAnswer } from "#lib/http/answers/csv.ts";

/** An empty table with the names of all columns, to be filled in. */
export async function GET() {
  await requireEditor();
  return csvAnswer("casebook-columns.csv", [emptyTable()]);
}
