import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { findCollection, findSupportType, findTopic, listCollections } from "#lib/data/directory/terms.ts";
import { groupKeys } from "#lib/domain/listing/groups.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

const slugs = (terms: readonly { slug: string }[]) => terms.map(({ slug }) => slug);

describe("what a listing can be filtered by", () => {
  test("has no slug twice in a group, and every parent stands before its children", async () => {
    const catalogue = await getCatalogue();
    for (const key of groupKeys) expect(new Set(slugs(catalogue[key])).size, key).toBe(catalogue[key].length);
    const places = new Map(catalogue.topic.map(({ slug }, index) => [slug, index]));
    const children = catalogue.topic.filter(({ parent }) => parent);
    expect(children).toHaveLength(35);
    for (const { slug, parent } of children)
      expect(places.get(parent ?? "") ?? Infinity, slug).toBeLessThan(places.get(slug) ?? -1);
  });

  test("keeps the order of each list: the template's for facts, by name for councils", async () => {
    const { outcome, cost, evidence, council, region, type } = await getCatalogue();
    expect(slugs(outcome)).toEqual(["worked", "mixed", "did-not-work"]);
    expect(slugs(cost)).toEqual(["no-extra-cost", "under-10k", "10k-50k", "50k-250k", "250k-1m", "over-1m"]);
    expect(slugs(evidence)).toEqual(["description", "before-and-after", "comparison", "independent"]);
    expect(council.length).toBeGreaterThan(400);
    expect(council[0]?.name.startsWith("A")).toBe(true);
    expect([region.length, type.length]).toEqual([12, 11]);
  });
});

describe("it is held until something public changes", () => {
  test("so that asking twice reads once", async () => {
    const first = await getCatalogue();
    await db.supportType.update({ where: { id: "training" }, data: { name: "Training and more" } });
    expect(await getCatalogue()).toBe(first);
    await publicly(raiseGeneration);
    expect((await getCatalogue()).support.find(({ slug }) => slug === "training")?.name).toBe("Training and more");
  });

  test("and a new collection appears at once", async () => {
    expect(slugs((await getCatalogue()).collection)).not.toContain("brand-new");
    await addCollection({ name: "Brand new", introduction: "", caseStudyIds: [], actor: await aPerson("editor") });
    expect(slugs((await getCatalogue()).collection)).toContain("brand-new");
  });

  test("and what an editor has retired can no longer be chosen", async () => {
    await db.topic.update({ where: { id: "flooding" }, data: { retiredAt: new Date() } });
    await db.supportType.update({ where: { id: "culture-hub" }, data: { retiredAt: new Date() } });
    await publicly(raiseGeneration);
    expect(await findTopic("flooding")).toBeNull();
    expect(await findSupportType("culture-hub")).toBeNull();
    expect((await findTopic("climate-and-environment"))?.children.map(({ slug }) => slug)).not.toContain("flooding");
  });
});

describe("one term", () => {
  test("a topic has the one above it or those within it", async () => {
    const libraries = await findTopic("libraries");
    expect(libraries).toMatchObject({
      topic: { name: "Libraries", oldNumber: 2452 },
      parent: { slug: "culture-tourism-leisure-and-sport" },
      children: [],
    });
    const transport = await findTopic("transport");
    expect(transport?.parent).toBeNull();
    expect(slugs(transport?.children ?? [])).toEqual(["walking-and-cycling", "buses"]);
  });

  test("a support type has its name", async () => {
    expect(await findSupportType("one-public-estate")).toMatchObject({ name: "One Public Estate" });
  });

  test.each(["", "no-such-thing", "Libraries", "%", "__proto__", "constructor"])(
    "there is none at %j",
    async (slug) => {
      expect([await findTopic(slug), await findSupportType(slug), await findCollection(slug)]).toEqual([
        null,
        null,
        null,
      ]);
    },
  );
});

test("collections are listed in the order they were made, each with what is published of it", async () => {
  const [one, two] = [await aVersion("published"), await aVersion("published")];
  const actor = one.editor;
  const waiting = await aVersion("in_review");
  const save = (name: string, versions: (typeof one)[]) =>
    addCollection({ name, introduction: "", caseStudyIds: versions.map(({ caseStudyId }) => caseStudyId), actor });
  await save("Zebra crossings", [one, waiting, two]);
  await save("Allotments", [two]);
  await moveVersion({ id: two.id, basedOn: 1, move: "withdraw", actor, reason: "A mistake" });
  const listed = (await listCollections()).map(({ name, count }) => [name, count]);
  expect(listed.filter(([name]) => name !== "Brand new")).toEqual([
    ["Zebra crossings", 1],
    ["Allotments", 0],
  ]);
});
