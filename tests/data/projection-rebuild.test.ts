import { beforeAll, describe, expect, test } from "vitest";
import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { db } from "#lib/data/db.ts";
import { countPublished } from "#lib/data/directory/listings.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { aDirectory } from "#tests/support/directory.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

const total = async (query = {}) => (await countPublished({ ...everything, ...query })).total;

describe("rebuilding everything", () => {
  beforeAll(async () => {
    await aDirectory(12);
    for (const state of ["withdrawn", "unpublished", "accepted"] as const) await aVersion(state);
  });

  test("changes nothing when nothing has drifted", async () => {
    const { Generation: _, ...before } = await snapshot();
    expect(await rebuildListing()).toBe(await db.caseStudy.count({ where: { slug: { not: null } } }));
    const { Generation: __, ...after } = await snapshot();
    expect(after).toEqual(before);
  });

  test("raises the generation, so that no page made before is shown any more", async () => {
    const before = await getGeneration();
    await rebuildListing();
    expect(await getGeneration()).toBeGreaterThan(before);
  });

  test("puts right whatever has drifted", async () => {
    const before = await snapshot();
    await db.$executeRaw`update "Listing" set "title" = 'Wrong', "topics" = '{}', "councilId" = null`;
    const [version] = await db.version.findMany({ where: { state: "withdrawn" }, take: 1 });
    const [row] = await db.listing.findMany({ take: 1 });
    if (version && row)
      await db.listing.create({ data: { ...row, caseStudyId: version.caseStudyId, number: -1, slug: "drifted" } });
    expect((await snapshot())["Listing"]).not.toEqual(before["Listing"]);
    await rebuildListing();
    expect((await snapshot())["Listing"]).toEqual(before["Listing"]);
  });

  test("carries a topic's new slug and a council's new name into every row and every search", async () => {
    const arts = await total({ topic: ["arts"] });
    const culture = await total({ topic: ["culture-tourism-leisure-and-sport"] });
    expect(arts).toBeGreaterThan(0);
    await db.topic.update({ where: { id: "arts" }, data: { slug: "the-arts", name: "Artistry" } });
    await db.council.update({ where: { id: "dorset" }, data: { name: "Council of Wessex", shortName: "Wessex" } });
    await rebuildListing();
    expect(await total({ topic: ["arts"] })).toBe(0);
    expect(await total({ topic: ["the-arts"] })).toBe(arts);
    expect(await total({ topic: ["culture-tourism-leisure-and-sport"] })).toBe(culture);
    expect(await total({ q: "Wessex" })).toBe(await total({ council: ["dorset"] }));
    expect(await total({ q: "artistry" })).toBe(arts);
  });
});
