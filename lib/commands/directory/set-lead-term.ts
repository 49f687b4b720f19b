import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { mayEditorsRead } from "#lib/data/review/for-editors.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  /** The topic or support type whose articles the card offers, or null for none. */
  term: { topicId: string } | { supportTypeId: string } | null;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Puts a version under a topic or support type of which its card says "View all … articles". */
export async function setLeadTerm({ id, term, actor, now = new Date() }: Request) {
  return publicly(async (tx) => {
    const version = await lockVersion(tx, id);
    if (!version || !(await mayEditorsRead(id, tx))) return refuse("not-found");
    if (!mayEditCatalogue(actor)) return refuse("not-allowed");

    const chosen = { leadTopicId: null, leadSupportTypeId: null, ...asColumns(term) };
    await tx.version.update({ where: { id }, data: chosen });
    const line = { versionId: id, revision: version.latestRevision, fromState: version.state, toState: version.state };
    await tx.event.create({ data: { ...line, kind: "setLeadTerm", actorId: actor.id, at: now } });
    if (version.state === "published") {
      await projectCaseStudy(tx, version.caseStudyId);
      await raiseGeneration(tx);
    }
    return ok(chosen);
  });
}

function asColumns(term: Request["term"]) {
  if (!term) return {};
  return "topicId" in term ? { leadTopicId: term.topicId } : { leadSupportTypeId: term.supportTypeId };
}
