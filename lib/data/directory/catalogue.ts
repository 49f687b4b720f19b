import { councilTypes, regions } from "#lib/domain/councils.ts";
import type { Catalogue, Term } from "#lib/domain/listing/groups.ts";
import { current, getTemplate, optionsOf } from "#lib/domain/template/templates.ts";
import type { Fact } from "#lib/domain/template/questions.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { db } from "#lib/data/db.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { getListing } from "#lib/data/listing/current.ts";

let held: { generation: bigint; catalogue: Catalogue } | null = null;

/** Everything a listing can be filtered by at present. Held until something public changes. */
export async function getCatalogue(): Promise<Catalogue> {
  const generation = await getGeneration();
  if (held?.generation !== generation) held = { generation, catalogue: await readCatalogue() };
  return held.catalogue;
}

async function readCatalogue(): Promise<Catalogue> {
  const [topic, support, council, collection, { listing }] = await Promise.all([
    listTopics(),
    db.supportType.findMany({ where: { retiredAt: null }, orderBy: { position: "asc" } }),
    db.council.findMany({
      where: { mergedIntoId: null },
      select: { slug: true, shortName: true, name: true },
      orderBy: { shortName: "asc" },
    }),
    db.collection.findMany({
      where: { retiredAt: null },
      select: { slug: true, name: true },
      orderBy: { position: "asc" },
    }),
    getListing(),
  ]);
  const former = await readFormerSlugs();
  const written = [...listing.options.template].flatMap(([key, { size }]) => (size ? key : []));
  const templates = [...new Set([current.caseStudy, ...written.toSorted().toReversed()])].map(getTemplate);
  const options = (fact: Fact) => optionsOf(templates, fact).map(({ value, label }) => ({ slug: value, name: label }));
  return {
    topic: withFormer(topic, former.topic),
    support: withFormer(support, former.supportType),
    region: regions,
    council: withFormer(
      council.map(({ slug, shortName, name }) => ({ slug, name: shortName, fullName: name })),
      former.council,
    ),
    type: councilTypes,
    collection: withFormer(collection, former.collection),
    outcome: options("outcome"),
    cost: options("cost"),
    evidence: options("evidence"),
  };
}

/** Terms with the slugs that lead to them. Most have none, and stay as they are. */
function withFormer<One extends Term>(terms: readonly One[], former: ReadonlyMap<string, string>): readonly Term[] {
  if (!former.size) return terms;
  const leading = Map.groupBy(former.keys(), (slug) => former.get(slug));
  return terms.map((term) => {
    const slugs = leading.get(term.slug);
    return slugs ? { ...term, former: slugs } : term;
  });
}

/** Topics in the order of the tree: each parent before its children. */
async function listTopics(): Promise<Term[]> {
  const topics = await db.topic.findMany({
    where: { retiredAt: null },
    orderBy: { position: "asc" },
    include: { parent: true },
  });
  return topics.map(({ slug, name, oldNumber, parent }) => ({ slug, name, oldNumber, parent: parent?.slug ?? null }));
}

/** The ids that a term goes by, from how a form names it: "topic:libraries" or "support:peer-challenge". Null for none. */
export async function findTermId(named: string): Promise<{ topicId: string } | { supportTypeId: string } | null> {
  const [group, slug = ""] = named.split(":");
  if (group === "topic") {
    const topic = await db.topic.findUnique({ where: { slug } });
    return topic && { topicId: topic.id };
  }
  const supportType = group === "support" ? await db.supportType.findUnique({ where: { slug } }) : null;
  return supportType && { supportTypeId: supportType.id };
}
