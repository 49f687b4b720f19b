import type { Frequency } from "#lib/domain/alerts/frequencies.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { isOnDesk, isRemoved, isWithAuthor, removedStates, type State } from "#lib/domain/workflow/states.ts";
import type { Link, Prisma, Revision, Version } from "#prisma/client/client.ts";
import { listSentRevisions } from "#lib/data/review/revisions.ts";
import { db } from "#lib/data/db.ts";
import { listConfirmedFor } from "#lib/data/people/speakers.ts";
import { findLink, tokenOf } from "./links.ts";

/** One round of a case study as its author's own list shows it. */
export interface OwnVersion {
  versionId: string;
  title: string;
  state: State;
  savedAt: Date;
  /** Secret addresses of its words and of its progress, where it has them. */
  draftToken: string | null;
  trackToken: string | null;
}

/** What is published for a council that the person is confirmed for, or was written by them. */
export interface OwnPublished {
  caseStudyId: string;
  slug: string;
  title: string;
  reviewBy: Date | null;
  overdue: boolean;
  /** Whether the person may start its next version. */
  mayUpdate: boolean;
}

/** An alert of somebody's, with the secret address where it is changed or stopped. */
export interface OwnAlert {
  query: string;
  frequency: Frequency;
  confirmed: boolean;
  token: string;
}

export interface Mine {
  personId: string;
  /** Newest change first. */
  drafts: OwnVersion[];
  sent: OwnVersion[];
  published: OwnPublished[];
  /** Case studies of theirs that were published and are not to be read at present. */
  removed: OwnVersion[];
  alerts: OwnAlert[];
}

/** Everything of a person's, opened by the link that was mailed to them. Null for an address that opens nothing. */
export async function findMine(token: string, now = new Date()): Promise<Mine | null> {
  const link = await findLink(token, "mine", now);
  if (!link?.personId) return null;
  const { personId } = link;
  const versions = await db.version.findMany({
    where: { authorId: personId, imported: false, OR: [inHand, removedWhole] },
    include: {
      links: {
        where: { purpose: { in: ["draft", "track"] }, ...living(now) },
        orderBy: { createdAt: "desc" },
      },
    },
  });
  const words = await listNewestWords(versions);
  const own = newestRemoved(versions)
    .map((version) => asOwn(version, words.get(version.id)))
    .toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  return {
    personId,
    drafts: own.filter(({ state }) => isWithAuthor(state)),
    sent: own.filter(({ state }) => !isWithAuthor(state) && !isRemoved(state)),
    published: await listPublishedOf(personId),
    removed: own.filter(({ state }) => isRemoved(state)),
    alerts: await listAlertsOf(personId),
  };
}

async function listAlertsOf(personId: string): Promise<OwnAlert[]> {
  const alerts = await db.alert.findMany({ where: { personId }, orderBy: { askedAt: "asc" } });
  return alerts.map(({ id, query, frequency, confirmedAt }) => ({
    ...{ query, frequency: frequency as Frequency },
    ...{ confirmed: confirmedAt !== null, token: tokenOf(id) },
  }));
}

/** What is published is listed from its case study, not from the version. */
const inHand: Prisma.VersionWhereInput = { state: { notIn: ["published", "superseded", ...removedStates] } };
const removedWhole: Prisma.VersionWhereInput = {
  state: { in: [...removedStates] },
  caseStudy: { versions: { none: { state: "published" } } },
};

/** Leaves out what was removed before a newer version of the same case study was. */
function newestRemoved(versions: Found[]): Found[] {
  const removed = versions.filter(({ state }) => isRemoved(state));
  const isOutlived = ({ caseStudyId, number }: Found) =>
    removed.some((other) => other.caseStudyId === caseStudyId && other.number > number);
  return versions.filter((version) => !isRemoved(version.state) || !isOutlived(version));
}

const living = (now: Date): Prisma.LinkWhereInput => ({
  revokedAt: null,
  OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
});

/** By version, while editors have it as it was sent. A `take` on several versions at once would read every revision of each. */
async function listNewestWords(versions: readonly Version[]): Promise<Map<string, Revision>> {
  const onDesk = versions.filter(({ state }) => isOnDesk(state)).map(({ id }) => id);
  const sent = onDesk.length ? await listSentRevisions(onDesk) : new Map<string, number>();
  const newest = versions.map(({ id: versionId, latestRevision }) => ({
    ...{ versionId, number: sent.get(versionId) ?? latestRevision },
  }));
  const revisions = await db.revision.findMany({ where: { OR: newest } });
  return new Map(revisions.map((revision) => [revision.versionId, revision]));
}

type Found = Version & { links: Link[] };

function asOwn({ id, template, state, createdAt, links }: Found, latest: Revision | undefined): OwnVersion {
  const tokenFor = (purpose: string) => {
    const link = links.find((one) => one.purpose === purpose);
    return link ? tokenOf(link.id) : null;
  };
  return {
    versionId: id,
    title: factsOf(getTemplate(template), (latest?.answers ?? {}) as Answers).title,
    state,
    savedAt: latest?.at ?? createdAt,
    draftToken: tokenFor("draft"),
    trackToken: tokenFor("track"),
  };
}

async function listPublishedOf(personId: string): Promise<OwnPublished[]> {
  const confirmedFor = await listConfirmedFor(db, personId);
  const listed = await db.listing.findMany({
    where: {
      OR: [
        { councilId: { in: confirmedFor } },
        { caseStudy: { versions: { some: { authorId: personId, imported: false, state: "published" } } } },
      ],
    },
    include: { caseStudy: { include: { versions: { where: { state: "published" } } } } },
    orderBy: { titleSort: "asc" },
  });
  return listed.map(({ caseStudyId, slug, title, councilId, caseStudy: { versions } }) => ({
    caseStudyId,
    slug,
    title,
    reviewBy: versions[0]?.reviewBy ?? null,
    overdue: versions[0]?.overdue ?? false,
    mayUpdate: councilId !== null && confirmedFor.includes(councilId),
  }));
}
