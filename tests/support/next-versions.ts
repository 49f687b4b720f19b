import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { aVersion, walkTo, type AVersion } from "./versions.ts";

/** The next version of a published case study, started by its own author, whom an editor confirms for the council. */
export async function aNextVersion(of: AVersion, state: State = "draft", now = new Date()): Promise<AVersion> {
  const { caseStudyId, author, editor } = of;
  await confirmContributor({ personId: author.id, councilId: "dorset", actor: editor });
  const started = await startNextVersion({ caseStudyId, actor: author, now });
  if (!started.ok) throw new Error(`A next version was refused: ${started.reason}`);
  const next = { ...of, id: started.value.versionId, latestRevision: 1 };
  await walkTo(state, next, now);
  return next;
}

/** A version in any state at all, with a newer one published where that is what its state means. */
export async function aVersionIn(state: State): Promise<AVersion> {
  const version = await aVersion(state);
  if (state === "superseded") await aNextVersion(version, "published");
  return version;
}
