import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { db } from "#lib/data/db.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import type { AVersion } from "./versions.ts";

export const checker = { name: "Priya Nair", email: "priya.nair@kent.example", note: "Is the year right?" };

/** Somebody outside who is asked about the words a version has now. @returns what they were asked, and by which link */
export async function aFactCheck(
  { id: versionId, editor, latestRevision }: AVersion,
  now = new Date(),
  asked = checker,
) {
  const outcome = await askFactCheck({ versionId, basedOn: latestRevision, ...asked, actor: editor, now });
  if (!outcome.ok) throw new Error(`A fact check was refused: ${outcome.reason}`);
  const { id } = outcome.value;
  return { id, token: tokenOf(id), row: () => db.factCheck.findUniqueOrThrow({ where: { id } }) };
}
