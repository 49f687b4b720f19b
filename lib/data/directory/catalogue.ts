import { leadsTo } from "#lib/domain/catalogue/addresses.ts";
import { shownTerms, standingFor, type TermList } from "#lib/domain/catalogue/terms.ts";
import { councilTypes, regions } from "#lib/domain/councils.ts";
import type { Catalogue, Term } from "#lib/domain/listing/groups.ts";
import { current, getTemplate, optionsOf } from "#lib/domain/template/templates.ts";
import type { Fact } from "#lib/domain/template/questions.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { readFormer } from "#lib/data/catalogue/changes.ts";
import { readTerms } from "#lib/data/catalogue/terms/terms.ts";
import { db } from "#lib/data/db.ts";
import { holdUntilChanged } from "#lib/data/held.ts";
import { getListing } from "#lib/data/listing/current.ts";

/** Everything a listing can be filtered by at present. Held until something public changes. */
export const getCatalogue = holdUntilChanged(readCatalogue);

async function readCatalogue(): Promise<Catalogue> {
  const [topics, supportTypes, council, collection, { listing }] = await Promise.all([
    readShown("topic"),
    readShown("supportType"),
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
    topic: topics(listing.options.topic),
    support: supportTypes(listing.options.support),
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

/** The terms of a list that readers meet, each with what leads to it, once it is known which have case studies. */
async function readShown(list: TermList) {
  const [rows, former] = await Promise.all([readTerms(db, list), readFormer(db, list)]);
  return (listed: ReadonlyMap<string, { size: number }>): Term[] => {
    const shown = shownTerms(rows, (slug) => (listed.get(slug)?.size ?? 0) > 0);
    const led = [...leadsTo(rows, former)];
    return shown.map(({ id, slug, name, oldNumber, parentId }) => ({
      ...{ id, slug, name, oldNumber },
      parent: rows.find((row) => row.id === parentId)?.slug ?? null,
      former: led.flatMap(([from, to]) => (to === slug && from !== slug ? [from] : [])),
      formerNumbers: rows.flatMap((row) =>
        row.id !== id && row.oldNumber !== null && standingFor(rows, row.id)?.id === id ? [row.oldNumber] : [],
      ),
    }));
  };
}

/** The ids that a term goes by, from how a form names it: "topic:libraries" or "support:peer-challenge". Null for none. */
export async function findTermId(named: string): Promise<{ topicId: string } | { supportTypeId: string } | null> {
  const [group, slug = ""] = named.split(":");
  if (group === "topic") {
    const topicId = await findIdAt("topic", slug);
    return topicId ? { topicId } : null;
  }
  const supportTypeId = group === "support" ? await findIdAt("supportType", slug) : null;
  return supportTypeId ? { supportTypeId } : null;
}

/** Also by an address from before: a form may have been read before a change. */
async function findIdAt(list: TermList, slug: string): Promise<string | null> {
  const [rows, former] = await Promise.all([readTerms(db, list), readFormer(db, list)]);
  const end = leadsTo(rows, former).get(slug);
  return rows.find((row) => row.slug === end)?.id ?? null;
}
