import { standingAnswers } from "#lib/domain/catalogue/stand-ins.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf, type Facts } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { textChanges } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import type { Council, SupportType } from "#prisma/client/client.ts";
import { asTheyStand, readStanding } from "#lib/data/catalogue/standing.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import type { Queries } from "#lib/data/db.ts";
import { listShownFollowUps, type ShownFollowUp } from "#lib/data/upkeep/follow-ups.ts";
import { readNamedFiles, type NamedDocument, type NamedPicture } from "#lib/data/files/named-files.ts";

/** A topic with the topic it lies in. */
export interface PlacedTopic {
  slug: string;
  name: string;
  parent: { slug: string; name: string } | null;
}

/** What the public may know of one case study, wherever it reads it. The contact is not part of it. */
export interface CaseStudyRecord {
  slug: string;
  template: Template;
  answers: Answers;
  facts: Facts;
  council: Council | null;
  partners: Council[];
  topics: PlacedTopic[];
  supportTypes: SupportType[];
  collections: { slug: string; name: string }[];
  pictures: NamedPicture[];
  documents: NamedDocument[];
  /** When readers could first see it, when the words they see now came, and when anything in them last changed. */
  publishedAt: Date;
  updatedAt: Date;
  changedAt: Date;
  reviewBy: Date | null;
  /** When an editor last found the words readers see still right. */
  reviewedAt: Date | null;
  overdue: boolean;
  withdrawn: { at: Date; reason: string } | null;
  /** What the council says happened next, in the order of time. */
  followUps: Omit<ShownFollowUp, "caseStudyId">[];
}

/** A version that has a page, with the case study it is of. */
export interface ShownVersion {
  id: string;
  caseStudyId: string;
  state: State;
  template: string;
  latestRevision: number;
  reviewBy: Date | null;
  overdue: boolean;
  caseStudy: { slug: string | null; collections: { collection: { slug: string; name: string } }[] };
}

/** What has to be read with such a version. */
export const withCaseStudy = {
  caseStudy: {
    include: {
      collections: {
        where: { collection: { retiredAt: null } },
        include: { collection: true },
        orderBy: { collection: { position: "asc" } },
      },
    },
  },
} as const;

/** The records of versions that have a page, in their order, in as many statements for hundreds as for one. */
export async function readRecords(tx: Queries, versions: readonly ShownVersion[]): Promise<CaseStudyRecord[]> {
  const words = await readWords(tx, versions);
  const facts = words.map((one) => one.facts);
  const councilIds = facts.flatMap(({ council, partners }) => [council ?? "", ...partners]);
  const councils = await tx.council.findMany({ where: { id: { in: [...new Set(councilIds)] } } });
  const topics = await tx.topic.findMany({
    where: { id: { in: [...new Set(facts.flatMap((one) => one.topics))] } },
    orderBy: { position: "asc" },
    include: { parent: true },
  });
  const supportTypes = await tx.supportType.findMany({
    where: { id: { in: [...new Set(facts.flatMap((one) => one.supportTypes))] } },
    orderBy: { position: "asc" },
  });
  const filesOf = await readNamedFiles(tx, facts);
  const datesOf = await readDates(tx, versions);
  const followUps = await listShownFollowUps(
    tx,
    versions.map(({ caseStudyId }) => caseStudyId),
  );

  return words.map(({ version, template, answers, facts: own }) => ({
    slug: version.caseStudy.slug ?? "",
    template,
    answers,
    facts: own,
    council: councils.find(({ id }) => id === own.council) ?? null,
    partners: own.partners.flatMap((partner) => councils.find(({ id }) => id === partner) ?? []),
    topics: topics.filter(({ id }) => own.topics.includes(id)).toSorted(inTree),
    supportTypes: supportTypes.filter(({ id }) => own.supportTypes.includes(id)),
    collections: version.caseStudy.collections.map(({ collection }) => collection),
    ...filesOf(version.caseStudyId, own),
    reviewBy: version.reviewBy,
    overdue: version.overdue,
    ...datesOf(version),
    followUps: followUps.flatMap(({ caseStudyId, ...one }) => (caseStudyId === version.caseStudyId ? [one] : [])),
  }));
}

type Placed = { position: number; parent: { position: number } | null };
const placeOf = ({ position, parent }: Placed) => (parent ? [parent.position, position] : [position, -1]);

/** Positions say the place among those beside it alone: what lies within a topic follows that topic. */
function inTree(one: Placed, other: Placed): number {
  const [[above = 0, own = 0], [otherAbove = 0, otherOwn = 0]] = [placeOf(one), placeOf(other)];
  return above - otherAbove || own - otherOwn;
}

async function readWords(tx: Queries, versions: readonly ShownVersion[]) {
  const newest = versions.map(({ id, latestRevision }) => ({ versionId: id, number: latestRevision }));
  const revisions = await tx.revision.findMany({ where: { OR: newest }, select: { versionId: true, answers: true } });
  const standing = await readStanding(tx);
  const answersOf = new Map(revisions.map(({ versionId, answers }) => [versionId, answers as Answers]));
  const standIns = await readStandIns(tx);
  return versions.map((version) => {
    const template = getTemplate(version.template);
    const answers = standingAnswers(template, answersOf.get(version.id) ?? {}, standIns);
    return { version, template, answers, facts: asTheyStand(factsOf(template, answers), standing) };
  });
}

async function readDates(tx: Queries, versions: readonly ShownVersion[]) {
  const all = await tx.event.findMany({
    where: {
      version: { caseStudyId: { in: versions.map(({ caseStudyId }) => caseStudyId) } },
      kind: { in: [...textChanges, "withdraw", "confirmReview"] },
    },
    orderBy: { at: "asc" },
    select: { versionId: true, kind: true, at: true, reason: true, version: { select: { caseStudyId: true } } },
  });
  const eventsOf = Map.groupBy(all, ({ version }) => version.caseStudyId);

  return ({ id, caseStudyId, state }: ShownVersion) => {
    const events = eventsOf.get(caseStudyId) ?? [];
    const publications = events.filter(({ kind }) => kind === "publish");
    const [first, last] = [publications[0], publications.at(-1)];
    if (!first || !last) throw new Error(`Version ${id} is shown to the public and was never published`);
    const latest = (kind: string) => events.findLast((event) => event.kind === kind && event.versionId === id);
    const withdrawal = latest("withdraw");
    return {
      publishedAt: first.at,
      updatedAt: last.at,
      changedAt: events.findLast(({ kind }) => (textChanges as readonly string[]).includes(kind))?.at ?? last.at,
      reviewedAt: latest("confirmReview")?.at ?? null,
      withdrawn: state === "withdrawn" && withdrawal ? { at: withdrawal.at, reason: withdrawal.reason } : null,
    };
  };
}
