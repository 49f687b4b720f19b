import { requireEditor } from "#lib/auth/guards.ts";
import { findImport } from "#lib/data/imports/imports.ts";
import { eachRow } from "#lib/data/imports/rows.ts";
import { importCsvHead, importCsvLines } from "#lib/feeds/editors/import-csv.ts";
import { csvAnswer } from "#lib/http/answers/csv.ts";

/** What was found in a file, a line for each thing, for whoever puts the file right. */
export async function GET(_request: Request, { params }: RouteContext<"/editor/imports/[id]/report.csv">) {
  await requireEditor();
  const found = await findImport((await params).id);
  if (!found) return new Response(null, { status: 404 });
  return csvAnswer("casebook-import.csv", linesOf(found.id));
}

async function* linesOf(id: string) {
  yield importCsvHead();
  for await (const rows of eachRow(id)) yield importCsvLines(rows);
}
