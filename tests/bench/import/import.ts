import { check, run, reportOf } from "#tests/support/imports/importing.ts";
import { aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { confirmImport } from "#lib/commands/imports/confirm-import.ts";
import { aPerson } from "#tests/support/people.ts";

/** Imports a table of whole case studies twice, published, and says how long that took and how much memory. */
export async function runImports({ rows }: { rows: number }): Promise<void> {
  const actor = await aPerson("administrator");
  const file = Buffer.from(aTable(rowsUpTo(rows)));
  console.log(`${rows} rows, ${(file.byteLength / 1024 / 1024).toFixed(1)} MB`);
  for (const turn of ["first", "second"]) {
    const asked = { actor, publish: true, reason: "They were published before.", source: "Bench" };
    const begun = performance.now();
    const { id, counts } = await check(file, asked);
    const checked = performance.now();
    await confirmImport({ id, actor });
    await run(id);
    const done = performance.now();
    const said = await reportOf(id);
    console.log(
      `${turn}: looked through in ${seconds(checked - begun)} (${JSON.stringify(counts)}), brought in in ${seconds(done - checked)} (${JSON.stringify(said.counts)}), peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    );
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
