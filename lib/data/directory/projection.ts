import { blocksOf } from "#lib/domain/advice/markdown/blocks.ts";
import { regionSlug } from "#lib/domain/councils.ts";
import { standingAnswers, type StandIns } from "#lib/domain/catalogue/stand-ins.ts";
import { searchable } from "#lib/domain/listing/searchable.ts";
import { sortKeyOf } from "#lib/domain/slug.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { shareCatalogue } from "#lib/data/catalogue/hold.ts";
import { findLead } from "#lib/data/catalogue/terms/leads.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import { asTheyStand, readStanding } from "#lib/data/catalogue/standing.ts";
import { db, type Queries } from "#lib/data/db.ts";

/**
 * Writes a case study's row in the listing from what is published of it, or takes the row out.
 * Runs in the transaction that changed it, which holds the case study.
 */
export async function projectCaseStudy(tx: Queries, caseStudyId: string): Promise<void> {
  await shareCatalogue(tx);
  const published = await findPublishedVersion(tx, caseStudyId);
  if (!published) {
    await tx.listing.deleteMany({ where: { caseStudyId } });
    return;
  }
  const { row, text } = await rowFor(tx, published);
  // An upsert takes a new number from the sequence even where it updates, and the listing in memory is as long as the highest.
  const { count } = await tx.listing.updateMany({ where: { caseStudyId }, data: row });
  if (!count) await tx.listing.create({ data: row });
  await tx.listingText.upsert({ where: { caseStudyId }, create: { caseStudyId, ...text }, update: text });
}

/** The same for many at once, each of which the transaction holds. */
export async function projectCaseStudies(tx: Queries, caseStudyIds: readonly string[]): Promise<void> {
  const caseStudyId = { in: [...caseStudyIds] };
  const published = await tx.version.findMany({ where: { caseStudyId, state: "published" }, include: withAll });
  const shown = new Set(published.map((version) => version.caseStudyId));
  await tx.listing.deleteMany({ where: { caseStudyId: { in: caseStudyIds.filter((id) => !shown.has(id)) } } });
  const listed = await tx.listing.findMany({ where: { caseStudyId }, select: { caseStudyId: true } });
  const known = new Set(listed.map((listing) => listing.caseStudyId));
  const fresh = published.filter((version) => !known.has(version.caseStudyId));
  const rows = [];
  for (const version of fresh) rows.push(await rowFor(tx, version));
  await tx.listing.createMany({ data: rows.map(({ row }) => row) });
  await tx.listingText.createMany({ data: rows.map(({ row, text }) => ({ caseStudyId: row.caseStudyId, ...text })) });
  for (const id of known) if (shown.has(id)) await projectCaseStudy(tx, id);
}

/** Every case study that has, or had, a page. */
export async function listAddressed(): Promise<string[]> {
  const caseStudies = await db.caseStudy.findMany({ where: { slug: { not: null } }, select: { id: true } });
  return caseStudies.map(({ id }) => id);
}

const withAll = {
  caseStudy: {
    include: { collections: { where: { collection: { retiredAt: null } }, include: { collection: true } } },
  },
  revisions: { orderBy: { number: "desc" }, take: 1 },
  leadTopic: true,
  leadSupportType: true,
} as const;

const findPublishedVersion = (tx: Queries, caseStudyId: string) =>
  tx.version.findFirst({ where: { caseStudyId, state: "published" }, include: withAll });

type PublishedVersion = NonNullable<Awaited<ReturnType<typeof findPublishedVersion>>>;

async function rowFor(tx: Queries, version: PublishedVersion) {
  const template = getTemplate(version.template);
  const standIns = await readStandIns(tx);
  const answers = standingAnswers(template, (version.revisions[0]?.answers ?? {}) as Answers, standIns);
  const facts = asTheyStand(factsOf(template, answers), await readStanding(tx));
  const council = facts.council ? await tx.council.findUnique({ where: { id: facts.council } }) : null;
  const partners = facts.partners.length ? await tx.council.findMany({ where: { id: { in: facts.partners } } }) : [];
  const terms = await listTerms(tx, facts.topics, facts.supportTypes);
  const slugsOf = (group: Term["group"]) =>
    [
      ...new Set(terms.filter((term) => term.group === group).flatMap(({ slug, parent }) => [slug, parent ?? slug])),
    ].toSorted();
  const publishedAt = await firstPublished(tx, version.caseStudyId);
  const councilName = council?.shortName ?? facts.organisation;

  const row = {
    caseStudyId: version.caseStudyId,
    slug: version.caseStudy.slug ?? "",
    template: version.template,
    title: facts.title,
    titleSort: sortKeyOf(facts.title),
    summary: facts.summary,
    councilId: council?.id ?? null,
    councilSlug: council?.slug ?? null,
    councilName: facts.organisation && council ? `${facts.organisation}, ${council.shortName}` : councilName,
    councilType: council?.type ?? null,
    region: council ? regionSlug(council.nation, council.region) : null,
    partnerIds: partners.map(({ id }) => id),
    topics: slugsOf("topic"),
    support: slugsOf("support"),
    collections: version.caseStudy.collections.map(({ collection }) => collection.slug).toSorted(),
    outcome: facts.outcome,
    cost: facts.cost,
    evidence: facts.evidence,
    month: monthOf(publishedAt),
    publishedAt,
    pictureId: await findPicture(tx, version.caseStudyId, facts.images[0]?.attachment),
    ...(await leadOf(tx, version, standIns)),
  };
  const names = [council?.name, facts.organisation, ...[...partners, ...terms].map(({ name }) => name)];
  const prose = questionsOf(template)
    .filter(({ kind }) => kind === "markdown")
    .flatMap(({ key }) => blocksOf(String(answers[key] ?? "")).map(({ text }) => text));
  const about = [facts.summary, facts.people, names.filter(Boolean).join(". ")].filter(Boolean).join("\n");
  return { row, text: { about: searchable(about), body: searchable(prose.filter(Boolean).join("\n")) } };
}

interface Term {
  group: "topic" | "support";
  slug: string;
  name: string;
  parent: string | null;
}

const listTerms = (tx: Queries, topics: readonly string[], supportTypes: readonly string[]): Promise<Term[]> =>
  tx.$queryRaw`
    select 'topic' as "group", topic."slug", topic."name", parent."slug" as "parent"
      from "Topic" topic left join "Topic" parent on parent."id" = topic."parentId" where topic."id" = any(${[...topics]})
    union all select 'support', "slug", "name", null from "SupportType" where "id" = any(${[...supportTypes]})
    order by 1 desc, 3`;

const londonMonth = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "2-digit", timeZone: "Europe/London" });

/** "2024-07": the month that the date on the page lies in. */
const monthOf = (date: Date) => londonMonth.format(date).split("/").toReversed().join("-");

/** When readers could first see it. Later versions do not make a case study new again. */
async function firstPublished(tx: Queries, caseStudyId: string): Promise<Date> {
  const event = await tx.event.findFirstOrThrow({
    where: { kind: "publish", version: { caseStudyId } },
    orderBy: { at: "asc" },
    select: { at: true },
  });
  return event.at;
}

/** A picture that its words name, where it is one of its own. */
async function findPicture(tx: Queries, caseStudyId: string, id: string | undefined): Promise<string | null> {
  const where = { id: id ?? "", caseStudyId, width: { not: null } };
  return id ? ((await tx.attachment.findFirst({ where, select: { id: true } }))?.id ?? null) : null;
}

async function leadOf(tx: Queries, version: PublishedVersion, standIns: StandIns) {
  const lead = await findLead(tx, version, standIns);
  return { leadKey: lead?.group ?? null, leadSlug: lead?.slug ?? null, leadName: lead?.name ?? null };
}
