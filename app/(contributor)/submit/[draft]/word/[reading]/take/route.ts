import { takeReading } from "#lib/commands/submissions/take-reading.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { findReading } from "#lib/data/submissions/word-readings.ts";
import { limitWords } from "#lib/domain/abuse/limits.ts";
import { chosenOf } from "#lib/domain/word/chosen.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { fieldOf, seeOther } from "#lib/http/form.ts";
import { readUpload } from "#lib/http/forms/upload.ts";
import { clientAddress, kilobytesOf } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

/** Takes what was chosen. It comes as a form with files does, as pictures take longer than pages may. */
export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/word/[reading]/take">) {
  const { draft: token, reading: id } = await params;
  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  const form = await readUpload(request, null);
  if (!form) return new Response(null, { status: 400 });
  const draft = await findDraft(token);
  if (!draft || !isWithAuthor(draft.state)) return seeOther(paths.draft(token));
  const { versionId, template } = draft;
  const address = paths.draftReading(token, id);
  const found = await findReading(id, versionId);
  if (!found) return seeOther(address);
  const room = saving.ok ? await spend("revision", { address: client, draft: versionId }) : saving;

  const { typed, ...chosen } = chosenOf(template, found.reading, form.values);
  const again = async (errors: Record<string, string>) =>
    seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`);
  if (!room.ok) return again({ limit: limitWords(room.reason.limit, room.reason.seconds, new Date()) ?? "" });
  const basedOn = Number(fieldOf(form.values, "basedOn"));
  const taken = await takeReading({ versionId, template, readingId: id, basedOn, chosen });
  if (!taken.ok) return again({ saved: taken.reason });
  const { sections, refused } = taken.value;
  const filled = `${paths.draft(token)}?filled=${sections.join(",")}`;
  if (refused.length === 0) return seeOther(filled);
  const errors = { pictures: refused.join("\n") };
  return seeOther(`${filled}&from=${id}&attempt=${await keepAttempt(paths.draft(token), { typed: {}, errors })}`);
}
