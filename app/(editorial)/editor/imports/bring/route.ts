import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requireEditor } from "#lib/auth/guards.ts";
import { askForImport, type AskRefusal } from "#lib/commands/imports/ask-for-import.ts";
import { scan } from "#lib/data/files/checks/scan.ts";
import { withIntake } from "#lib/data/files/intake/intake.ts";
import { refusalWords } from "#lib/domain/files/refusals.ts";
import { importLimits } from "#lib/domain/imports/limits.ts";
import { askRefusals } from "#lib/domain/imports/words.ts";
import { fieldOf, seeOther } from "#lib/http/form.ts";
import { readUploaded } from "#lib/http/forms/uploaded.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

const fields = ["source", "topic", "base", "publish", "reason"] as const;
const refusedAs: Record<AskRefusal, [field: string, message: string]> = {
  "not-allowed": ["publish", askRefusals.publish],
  "reason-missing": ["reason", askRefusals.reason],
  "reason-too-long": ["reason", askRefusals.reasonTooLong],
  "source-missing": ["source", askRefusals.source],
  "source-too-long": ["source", askRefusals.sourceTooLong],
  "too-large": ["file", askRefusals.tooLarge],
  empty: ["file", askRefusals.empty],
};

/** Takes a file of case studies to be looked through by the worker. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const sent = await readUploaded(request, "file", importLimits.bytes);
  const typed = Object.fromEntries(
    fields.map((name) => [name, sent && sent !== "tooLarge" ? fieldOf(sent.values, name) : ""]),
  );
  const { source = "", topic = "", base = "", publish = "", reason = "" } = typed;
  const giveBack = (field: string, message: string) =>
    answerWith(paths.imports, { typed, errors: { [field]: message } });
  if (sent === "tooLarge") return giveBack("file", askRefusals.tooLarge);
  if (!sent?.file) return giveBack("file", sent ? askRefusals.none : askRefusals.damaged);
  if (base && !(/^https?:\/\//i.test(base) && URL.canParse(base))) return giveBack("base", askRefusals.base);

  const { name: fileName, bytes } = sent.file;
  return withIntake(async (folder) => {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    const harm = await scan(path);
    if (harm) return giveBack("file", refusalWords(harm));
    const asked = { actor, fileName, source, base, reason, topicId: topic || null, publish: publish === "yes" };
    const kept = await askForImport({ ...asked, parts: createReadStream(path) });
    return kept.ok ? seeOther(paths.importReport(kept.value)) : giveBack(...refusedAs[kept.reason]);
  });
}
