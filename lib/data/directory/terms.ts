import { termMeant, type Term } from "#lib/domain/listing/groups.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "./catalogue.ts";

/** A topic with the one above it and those within it. It may have another slug by now than the one it is asked for by. */
export async function findTopic(slug: string): Promise<{ topic: Term; parent: Term | null; children: Term[] } | null> {
  const { topic: topics } = await getCatalogue();
  const topic = termMeant(topics, slug);
  if (!topic) return null;
  const parent = topics.find((one) => one.slug === topic.parent) ?? null;
  return { topic, parent, children: topics.filter((one) => one.parent === topic.slug) };
}

/** A support type. It may have another slug by now than the one it is asked for by. */
export async function findSupportType(slug: string): Promise<Term | null> {
  const { support } = await getCatalogue();
  return termMeant(support, slug) ?? null;
}

/** Every collection with how many published case studies it holds. */
export async function listCollections() {
  const collections = await db.collection.findMany({
    where: { retiredAt: null },
    orderBy: { position: "asc" },
    include: { _count: { select: { items: { where: { caseStudy: { listing: { isNot: null } } } } } } },
  });
  return collections.map(({ _count, ...collection }) => ({ ...collection, count: _count.items }));
}

/** What stands at the address of a collection that is no more: another place, or nothing. */
export type Gone = { kind: "moved"; to: string } | { kind: "gone" };

/** Where the readers of a retired collection were sent. Null for a slug of none. */
export async function findRetiredCollection(slug: string): Promise<Gone | null> {
  if (!(await db.collection.count({ where: { slug, retiredAt: { not: null } } }))) return null;
  const redirect = await db.redirect.findUnique({ where: { path: `/collections/${slug}` } });
  return redirect ? { kind: "moved", to: redirect.target } : { kind: "gone" };
}

/** A collection and the slugs of what is published in it, in its editors' order. */
export async function findCollection(slug: string) {
  const collection = await db.collection.findUnique({
    where: { slug, retiredAt: null },
    include: {
      items: {
        orderBy: { position: "asc" },
        where: { caseStudy: { listing: { isNot: null } } },
        include: { caseStudy: { include: { listing: { select: { slug: true } } } } },
      },
    },
  });
  if (!collection) return null;
  const { items, ...rest } = collection;
  return { ...rest, slugs: items.flatMap(({ caseStudy }) => caseStudy.listing?.slug ?? []) };
}
