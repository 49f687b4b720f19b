import { z } from "zod";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import { findMine } from "#lib/data/submissions/mine.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Starts the next version of a published case study, for whoever is confirmed for its council. */
export async function POST(request: Request, { params }: RouteContext<"/my-case-studies/[token]/next">) {
  const token = (await params).token;
  const mine = await findMine(token);
  const caseStudyId = z.uuid().safeParse(fieldOf(await readForm(request), "caseStudy")).data;
  if (!mine || !caseStudyId) return seeOther(paths.myCaseStudies(token));
  const actor = { kind: "person", id: mine.personId, role: "contributor" } as const;
  const started = await startNextVersion({ caseStudyId, actor });
  const draft = started.ok ? await findDraftToken(started.value.versionId) : null;
  if (draft) return seeOther(paths.draft(draft));
  const why = !started.ok && started.reason === "not-allowed" ? "not-confirmed" : "taken-down";
  return seeOther(`${paths.myCaseStudies(token)}?next=${why}`);
}
