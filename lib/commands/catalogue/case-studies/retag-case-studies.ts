import { lockChange } from "#lib/data/catalogue/changes.ts";
import { shareCatalogue } from "#lib/data/catalogue/hold.ts";
import { keepRetagChange, type Retagged } from "#lib/data/catalogue/retagging/changes.ts";
import { listTaggedVersions, writeRetag, type TaggedVersion } from "#lib/data/catalogue/retagging/rows.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import { readTerms } from "#lib/data/catalogue/terms/terms.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { isNothing, retagged, standingTags, withTags, type Retag } from "#lib/domain/catalogue/retag/retag.ts";
import { mostRetagged } from "#lib/domain/catalogue/retag/retag-bounds.ts";
import { retagSaid } from "#lib/domain/catalogue/retag/retag-words.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

/** A case study with the words of it that an editor was shown. */
export interface SeenVersion {
  caseStudyId: string;
  versionId: string;
  revision: number;
}

interface Request {
  seen: readonly SeenVersion[];
  retag: Retag;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

export type RetagRefused =
  | { why: "not-allowed" }
  | { why: "nothing-chosen" }
  | { why: "too-many" }
  /** What is to be added is no longer offered. */
  | { why: "not-offered" }
  /** These are not as the editor was shown them, so nothing was written. */
  | { why: "changed"; titles: string[] };

interface Done {
  id: string | null;
  written: number;
  /** Titles of what somebody changed, or undid, while this was being written, and which was left. */
  left: string[];
}

const atOnce = 100;
const timeout = 60_000;

/**
 * Adds topics and support types to published case studies, and takes others from them, some at a time. Each gets a revision by the
 * editor. What its template does not allow is left as it is, as is a version that is not published.
 */
export async function retagCaseStudies({ seen, retag, actor, now = new Date() }: Request) {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" } as const);
  const unfit = await unfitFor({ seen, retag });
  if (unfit) return refuse(unfit);

  const done: Done = { id: null, written: 0, left: [] };
  const all: Retagged[] = [];
  for (let from = 0; from < seen.length; from += atOnce) {
    const some = seen.slice(from, from + atOnce);
    const { kept, left, id } = await publicly(
      async (tx) => {
        const batch = await writeSome(tx, some, { changeId: done.id, retag, actorId: actor.id, now });
        if (!batch.kept.length) return { ...batch, id: done.id };
        const together = [...all, ...batch.kept];
        const said = retagSaid(retag, await readNames(tx), together.length);
        const id = await keepRetagChange(tx, {
          ...{ id: done.id, retag, said, all: together, actorId: actor.id, at: now },
        });
        await raiseGeneration(tx);
        return { ...batch, id };
      },
      { timeout },
    );
    all.push(...kept);
    done.left.push(...left);
    done.id = id;
  }
  return ok({ ...done, written: all.length }) as Result<Done, RetagRefused>;
}

/** Looks at everything before anything is written. */
async function unfitFor({ seen, retag }: Pick<Request, "seen" | "retag">): Promise<RetagRefused | null> {
  if (!seen.length || (isNothing(retag.add) && isNothing(retag.remove))) return { why: "nothing-chosen" };
  if (seen.length > mostRetagged) return { why: "too-many" };
  const [topics, types] = [await readTerms(db, "topic"), await readTerms(db, "supportType")];
  const offered = (rows: typeof topics, ids: readonly string[]) =>
    ids.every((id) => rows.some((row) => row.id === id && row.mergedIntoId === null && row.retiredAt === null));
  if (!offered(topics, retag.add.topics) || !offered(types, retag.add.supportTypes)) return { why: "not-offered" };

  const present = await listTaggedVersions(
    db,
    seen.map(({ caseStudyId }) => caseStudyId),
  );
  const changed = seen.filter((one) => !isAsSeen(present, one));
  if (!changed.length) return null;
  return { why: "changed", titles: await titlesOf(changed) };
}

const isAsSeen = (present: readonly TaggedVersion[], { versionId, revision }: SeenVersion) =>
  present.some((one) => one.versionId === versionId && one.revision === revision);

async function titlesOf(some: readonly SeenVersion[]): Promise<string[]> {
  const where = { caseStudyId: { in: some.map(({ caseStudyId }) => caseStudyId) } };
  const rows = await db.listing.findMany({ where, orderBy: { titleSort: "asc" }, select: { title: true } });
  const gone = some.length - rows.length;
  return [...rows.map(({ title }) => title), ...(gone ? [`${gone} that can no longer be read`] : [])];
}

async function writeSome(
  tx: Queries,
  some: readonly SeenVersion[],
  { changeId, retag, actorId, now }: { changeId: string | null; retag: Retag; actorId: string; now: Date },
): Promise<{ kept: Retagged[]; left: string[] }> {
  const ids = some.map(({ caseStudyId }) => caseStudyId);
  await lockCaseStudies(tx, ids);
  // Whoever undoes it holds it, and then waits for the catalogue: so it comes first here as well.
  if (changeId && (await lockChange(tx, changeId))?.undoneAt) return { kept: [], left: await titlesOf(some) };
  await shareCatalogue(tx);
  const standIns = await readStandIns(tx);
  const present = await listTaggedVersions(tx, ids);
  const kept: Retagged[] = [];
  for (const one of present.filter((version) => some.some((seen) => isAsSeen([version], seen)))) {
    const before = standingTags(one.tags, standIns);
    const outcome = retagged(one.template, before, retag);
    if (!outcome.ok || outcome.value === before) continue;
    const answers = withTags(one.template, one.answers, outcome.value);
    await writeRetag(tx, { ...one, answers, writerId: actorId, at: now });
    await projectCaseStudy(tx, one.caseStudyId);
    kept.push({ caseStudyId: one.caseStudyId, versionId: one.versionId, before: one.tags, after: outcome.value });
  }
  const overtaken = some.filter((seen) => !isAsSeen(present, seen));
  return { kept, left: overtaken.length ? await titlesOf(overtaken) : [] };
}

async function readNames(tx: Queries): Promise<Map<string, string>> {
  const [topics, types] = [await readTerms(tx, "topic"), await readTerms(tx, "supportType")];
  const named = (fact: string) => (row: { id: string; name: string }) => [`${fact}:${row.id}`, row.name] as const;
  return new Map([...topics.map(named("topics")), ...types.map(named("supportTypes"))]);
}
