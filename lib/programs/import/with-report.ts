import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { askForImport, type AskRefusal } from "#lib/commands/imports/ask-for-import.ts";
import { confirmImport } from "#lib/commands/imports/confirm-import.ts";
import { holdImport } from "#lib/data/imports/holding.ts";
import { findImport, type ImportState } from "#lib/data/imports/imports.ts";
import { listChoices } from "#lib/data/imports/lists.ts";
import { eachRow } from "#lib/data/imports/rows.ts";
import { findImporter } from "#lib/data/people/staff.ts";
import { choiceNamed } from "#lib/domain/imports/cells/choices.ts";
import { askRefusals, countToBring, findingWords, outcomeWords, weightWords } from "#lib/domain/imports/words.ts";
import { wordingsToDeclare } from "#lib/domain/imports/gaps.ts";
import { runImport } from "#lib/transfer/import/run-import.ts";
import { Complaint } from "../launch/complaint.ts";
import type { ImportArguments } from "./arguments.ts";

const refusals: Record<AskRefusal, string> = {
  "not-allowed": "Whoever is named by --as may not do this: drafts need an editor, --publish an administrator",
  "reason-missing": askRefusals.reason,
  "reason-too-long": askRefusals.reasonTooLong,
  "source-missing": askRefusals.source,
  "source-too-long": askRefusals.sourceTooLong,
  "too-large": askRefusals.tooLarge,
  empty: askRefusals.empty,
};

/**
 * Looks a file through, prints what was found and, unless it is only tried, brings in what is right.
 *
 * @throws Complaint where the file is refused, or some rows are wrong
 */
export async function importWithReport(asked: ImportArguments): Promise<void> {
  const { publish, reason, source, base } = asked;
  const actor = await findImporter(asked.as, publish);
  if (!actor && (publish || asked.as))
    throw new Complaint("Nobody who may import has that address. Make an administrator first: npm run administrator");
  const topicId = await topicNamed(asked.topic);
  const file = { fileName: basename(asked.file), parts: createReadStream(asked.file) };
  const kept = await askForImport({ actor, ...file, source, base, topicId, publish, reason });
  if (!kept.ok) throw new Complaint(`${refusals[kept.reason]}.`);

  const checked = await run(kept.value, "looked through");
  if (checked.stage === "refused") throw new Complaint(checked.problem);
  for (const note of checked.notes) console.log(note);
  await print(checked);
  if (asked.dryRun) console.log("Nothing was brought in: this was a trial.");
  else await bringIn(checked, actor);
  if (checked.counts.wrong)
    throw new Complaint(
      `${checked.counts.wrong} rows are wrong and stay out. Put the file right and import it again: nothing is doubled.`,
    );
}

async function bringIn({ id, counts, publish }: ImportState, actor: Awaited<ReturnType<typeof findImporter>>) {
  if (!countToBring(counts)) return console.log("There is nothing in it to bring in.");
  if (publish) console.log(`Declared for each: ${wordingsToDeclare().join(" ")}`);
  const confirmed = await confirmImport({ id, actor });
  if (!confirmed.ok) throw new Complaint("The import could not be begun. Try it again.");
  const done = await run(id, "brought in");
  console.log(inWords(done));
  if (done.counts.wrong > counts.wrong) await print(done);
}

async function topicNamed(text: string): Promise<string | null> {
  if (!text) return null;
  const found = choiceNamed(text, (await listChoices()).topics);
  if (!found) throw new Complaint(`No topic is called “${text}”.`);
  return found.id;
}

const everyMs = 1000;

async function run(id: string, what: string): Promise<ImportState> {
  const heldBy = randomUUID();
  // A worker beside this may have taken it already: then it is waited for.
  if (await holdImport(id, heldBy)) await runImport({ id, heldBy, onProgress: sayNowAndThen(what) });
  for (;;) {
    const state = await findImport(id);
    if (!state) throw new Complaint("The import has been deleted meanwhile.");
    if (state.stage !== "waiting" && state.stage !== "confirmed") return state;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function sayNowAndThen(what: string): (done: number) => void {
  let said = performance.now();
  return (done) => {
    if (performance.now() - said < 2 * everyMs) return;
    said = performance.now();
    console.log(`${done} ${what}…`);
  };
}

const inWords = ({ counts }: ImportState) =>
  `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.wrong} wrong.`;

/** What there is to say of rows; of those of which there is nothing, only how many there are. */
async function print(state: ImportState): Promise<void> {
  for await (const rows of eachRow(state.id))
    for (const { place, key, title, outcome, findings } of rows) {
      if (!findings.length) continue;
      console.log(`${place}. ${outcomeWords[outcome]}: ${title || key || "no title"}`);
      for (const finding of findings) console.log(`    ${weightWords[finding.weight]}: ${findingWords(finding)}`);
    }
  console.log(inWords(state));
}
