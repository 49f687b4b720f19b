import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf, type Facts } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { pageStates } from "#lib/domain/workflow/states.ts";
import type { Contact, Council, SupportType } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";

/** A topic with the topic it lies in. */
export interface PlacedTopic {
  slug: string;
  name: string;
  parent: { slug: string; name: string } | null;
}

/** Everything the page of one case study shows. */
export interface CaseStudyPage {
  slug: string;
  template: Template;
  answers: Answers;
  facts: Facts;
  council: Council | null;
  partners: Council[];
  topics: PlacedTopic[];
  supportTypes: SupportType[];
  /** Null unless the contact agreed to be shown. */
  contact: Contact | null;
  collections: { slug: string; name: string }[];
  pictures: { id: string; name: string; width: number; height: number; alt: string; credit: string }[];
  documents: { id: string; name: string; title: string; bytes: number }[];
  /** When readers could first see it, and when the words they see now came. */
  publishedAt: Date;
  updatedAt: Date;
  reviewBy: Date | null;
  /** When an editor last found the words readers see still right. */
  reviewedAt: Date | null;
  overdue: boolean;
  withdrawn: { at: Date; reason: string } | null;
}

/** What stands at an address: a page, nothing any more, or nothing yet. */
export type Found =
  { kind: "page"; page: CaseStudyPage } | { kind: "gone" } | { kind: "moved"; to: string } | { kind: "none" };

/** What the public finds under a slug. Drafts and everything under review are nowhere. */
export async function findByAddress(slug: string): Promise<Found> {
  const caseStudy = await db.caseStudy.findUnique({
    where: { slug },
    include: { collections: { include: { collection: true }, orderBy: { collection: { position: "asc" } } } },
  });
  const redirect = await db.redirect.findUnique({ where: { path: `/case-studies/${slug}` } });
  const version = caseStudy && (await findShown(caseStudy.id));
  if (version) {
    const collections = caseStudy.collections.map(({ collection }) => collection);
    return { kind: "page", page: await pageOf(slug, version, collections) };
  }
  if (redirect) return { kind: "moved", to: redirect.target };
  return caseStudy ? { kind: "gone" } : { kind: "none" };
}

const findShown = (caseStudyId: string) =>
  db.version.findFirst({
    where: { caseStudyId, state: { in: [...pageStates] } },
    include: { revisions: { orderBy: { number: "desc" }, take: 1 } },
  });

type ShownVersion = NonNullable<Awaited<ReturnType<typeof findShown>>>;

async function pageOf(
  slug: string,
  version: ShownVersion,
  collections: { slug: string; name: string }[],
): Promise<CaseStudyPage> {
  const template = getTemplate(version.template);
  const answers = (version.revisions[0]?.answers ?? {}) as Answers;
  const facts = factsOf(template, answers);
  const [councils, topics, supportTypes, contact, files, dates] = await Promise.all([
    db.council.findMany({ where: { id: { in: [facts.council ?? "", ...facts.partners] } } }),
    db.topic.findMany({ where: { id: { in: facts.topics } }, orderBy: { position: "asc" }, include: { parent: true } }),
    db.supportType.findMany({ where: { id: { in: facts.supportTypes } }, orderBy: { position: "asc" } }),
    readContact(version, facts),
    readFiles(version, facts),
    readDates(version),
  ]);
  return {
    slug,
    template,
    answers,
    facts,
    council: councils.find(({ id }) => id === facts.council) ?? null,
    partners: facts.partners.flatMap((partner) => councils.find(({ id }) => id === partner) ?? []),
    topics,
    supportTypes,
    contact,
    collections,
    ...files,
    reviewBy: version.reviewBy,
    overdue: version.overdue,
    ...dates,
  };
}

async function readDates({ id, caseStudyId, state }: ShownVersion) {
  const events = await db.event.findMany({
    where: { version: { caseStudyId }, kind: { in: ["publish", "withdraw", "confirmReview"] } },
    orderBy: { at: "asc" },
    select: { versionId: true, kind: true, at: true, reason: true },
  });
  const publications = events.filter(({ kind }) => kind === "publish");
  const [first, last] = [publications[0], publications.at(-1)];
  if (!first || !last) throw new Error(`Version ${id} is shown to the public and was never published`);
  const latest = (kind: string) => events.findLast((event) => event.kind === kind && event.versionId === id);
  const withdrawal = latest("withdraw");
  return {
    publishedAt: first.at,
    updatedAt: last.at,
    reviewedAt: latest("confirmReview")?.at ?? null,
    withdrawn: state === "withdrawn" && withdrawal ? { at: withdrawal.at, reason: withdrawal.reason } : null,
  };
}

const readContact = async ({ caseStudyId }: ShownVersion, { contact, contactConsent }: Facts) =>
  contact && contactConsent ? db.contact.findFirst({ where: { id: contact, caseStudyId, email: { not: "" } } }) : null;

/** The pictures and documents that the answers name, in their order. */
async function readFiles({ caseStudyId }: ShownVersion, { images, documents }: Facts) {
  const ids = [...images, ...documents].map(({ attachment }) => attachment);
  const kept = ids.length ? await db.attachment.findMany({ where: { id: { in: ids }, caseStudyId } }) : [];
  const fileOf = (wanted: string) => kept.find(({ id }) => id === wanted);
  return {
    pictures: images.flatMap(({ attachment, alt, credit }) => {
      const { id, name, width, height } = fileOf(attachment) ?? {};
      return id && name && width && height ? [{ id, name, width, height, alt, credit }] : [];
    }),
    documents: documents.flatMap(({ attachment, title }) => {
      const file = fileOf(attachment);
      return file ? [{ id: file.id, name: file.name, title, bytes: file.bytes }] : [];
    }),
  };
}
