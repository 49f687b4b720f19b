import { runToItsEnd, type Closing } from "../launch/closing.ts";
import { Complaint, runProgram } from "../launch/complaint.ts";
import { readAsked } from "./asked.ts";
import { withDatabase } from "./with-database.ts";

const usage = "npm run erase -- someone@council.gov.uk [--dry-run]";

/*
 * Removes whoever has an e-mail address, everywhere. It asks nothing; `--dry-run` only says what it would remove.
 */
await runProgram(() => runToItsEnd(erase));

async function erase(closing: Closing) {
  const { email, flags } = readAsked(process.argv.slice(2), usage, ["--dry-run"]);
  await withDatabase(closing);
  const { copyOf } = await import("#lib/data/people/copy/copy.ts");
  const { countsOf } = await import("#lib/domain/people/write-copy.ts");
  const counts = countsOf(await copyOf(email));
  if (!counts.length) return console.log(`Nothing is held under ${email}.`);
  console.log(`Held under ${email}:\n${counts.join("\n")}`);

  const { findHoldingsOf } = await import("#lib/data/people/holdings.ts");
  const holdings = await findHoldingsOf(email);
  if (holdings && !holdings.erasable)
    throw new Complaint(
      "This is an editor. Editors are not erased while they can sign in, because what they decide stands under their name. " +
        "Under People, an administrator makes them a contributor; then run this again. Nothing has been changed.",
    );
  const [whole, record] = [holdings?.deleted.length ?? 0, holdings?.kept.length ?? 0];
  if (flags.includes("--dry-run")) {
    console.log(`Of their case studies ${whole} would be deleted whole, and ${record} would stay, without them.`);
    return console.log("Nothing has been changed.");
  }
  const { eraseAddress } = await import("#lib/commands/people/erasing/erase-address.ts");
  const erased = await eraseAddress({ email });
  if (!erased.ok) throw new Complaint(`It was not done: ${erased.reason}. Run it again.`);
  const { deleted, kept, mentions } = erased.value;
  console.log(`Done. Of their case studies ${deleted} were deleted whole.`);
  if (kept) console.log(`${kept} stay, without them: what was accepted or published is the council’s record.`);
  if (mentions.length)
    console.log(
      `Words name them in ${mentions.length} places. Editors are told by letter where, to redact them by hand.`,
    );
  console.log(
    "Backups that were made before still hold them. Put back with npm run restore, they are erased from those again.",
  );
}
