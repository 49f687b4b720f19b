import type { Answers } from "#lib/domain/template/answers.ts";
import { tagsOf, type Tags } from "#lib/domain/catalogue/retag/retag.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { readWholeList } from "#lib/data/feeds/whole-list.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

/** A published case study as it is tagged, with which of its words say so. */
export interface TaggedVersion {
  caseStudyId: string;
  versionId: string;
  revision: number;
  title: string;
  slug: string;
  template: Template;
  answers: Answers;
  /** As they were written. */
  tags: Tags;
  /** Whether another version of it is being written or decided about, which keeps its own tags. */
  hasDraft: boolean;
}

/** The published ones among some case studies, by title. */
export async function listTaggedVersions(tx: Queries, caseStudyIds: readonly string[]): Promise<TaggedVersion[]> {
  const versions = await tx.version.findMany({
    where: { state: "published", caseStudyId: { in: [...caseStudyIds] } },
    select: {
      ...{ id: true, caseStudyId: true, template: true, latestRevision: true },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { answers: true } },
      caseStudy: {
        select: {
          listing: { select: { title: true, titleSort: true, slug: true } },
          versions: { where: { state: { notIn: [...over] } }, select: { id: true } },
        },
      },
    },
  });
  return versions
    .toSorted((one, other) => compare(sortOf(one), sortOf(other)))
    .map(({ id, caseStudyId, template: key, latestRevision, revisions, caseStudy: { listing, versions: others } }) => {
      const [template, answers] = [getTemplate(key), (revisions[0]?.answers ?? {}) as Answers];
      return {
        ...{ caseStudyId, versionId: id, revision: latestRevision, template, answers },
        ...{ title: listing?.title ?? "", slug: listing?.slug ?? "" },
        tags: tagsOf(template, answers),
        hasDraft: others.length > 0,
      };
    });
}

const over = ["published", "withdrawn", "unpublished", "superseded", "declined"] as const;
type Sorted = { caseStudyId: string; caseStudy: { listing: { titleSort: string } | null } };
const sortOf = ({ caseStudyId, caseStudy }: Sorted) => `${caseStudy.listing?.titleSort ?? ""}\n${caseStudyId}`;
const compare = (one: string, two: string) => (one < two ? -1 : one > two ? 1 : 0);

/** Which case studies a query of the listing finds, in its order, and how many there are. @param most how many to name */
export async function listFound(query: ListingQuery, most: number): Promise<{ ids: string[]; total: number }> {
  const { numbers } = await readWholeList(query);
  const some = numbers.slice(0, most);
  const where = { number: { in: some } };
  const rows = await db.listing.findMany({ where, select: { number: true, caseStudyId: true } });
  const idOf = new Map(rows.map(({ number, caseStudyId }) => [number, caseStudyId]));
  return { ids: some.flatMap((number) => idOf.get(number) ?? []), total: numbers.length };
}

interface Written extends Pick<TaggedVersion, "versionId" | "revision"> {
  answers: Answers;
  writerId: string;
  at: Date;
}

/** Adds a revision with other tags to a published version, and the line in its history. The case study is held. */
export async function writeRetag(tx: Queries, { versionId, revision, answers, writerId, at }: Written): Promise<void> {
  const number = revision + 1;
  const words = { versionId, number, answers: answers as Prisma.InputJsonObject, writerId, at };
  await tx.revision.create({ data: words });
  await tx.version.update({ where: { id: versionId }, data: { latestRevision: number } });
  const line = { versionId, revision: number, fromState: "published", toState: "published" } as const;
  await tx.event.create({ data: { ...line, kind: "retag", actorId: writerId, at } });
}
