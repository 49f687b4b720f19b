import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { confirmReview } from "#lib/commands/directory/confirm-review.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { findByAddress, type CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { db } from "#lib/data/db.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aVersion, someContact } from "#tests/support/versions.ts";

async function pageAt(slug: string): Promise<CaseStudyPage> {
  const found = await findByAddress(slug);
  if (found.kind !== "page") throw new Error(`There is no page at ${slug}: ${found.kind}`);
  return found.page;
}
describe("the page of a published case study", () => {
  test("has its words, its council, its topics with their parents and its dates", async () => {
    const now = new Date("2024-02-03T04:05:06Z");
    const { editor, caseStudyId } = await aVersion(
      "published",
      { title: "As published", topics: ["finance", "libraries"], supportTypes: ["training", "peer-challenge"] },
      now,
    );
    await addCollection({ name: "A hub", introduction: "", caseStudyIds: [caseStudyId], actor: editor });
    const page = await pageAt("as-published");

    expect(page).toMatchObject({
      slug: "as-published",
      facts: { title: "As published", cost: "10k-50k", start: "2022-04" },
      answers: { challenge: "The last bus left at twenty past seven." },
      council: { id: "dorset", name: "Dorset Council" },
      collections: [{ slug: "a-hub", name: "A hub" }],
      publishedAt: now,
      updatedAt: now,
      reviewBy: new Date("2025-02-03"),
      reviewedAt: null,
      overdue: false,
      withdrawn: null,
    });
    expect(page.template.key).toBe("case-study-1");
    expect(page.topics.map(({ slug, parent }) => [slug, parent?.slug])).toEqual([
      ["libraries", "culture-tourism-leisure-and-sport"],
      ["finance", undefined],
    ]);
    expect(page.supportTypes.map(({ slug }) => slug)).toEqual(["peer-challenge", "training"]);
  });

  test("names partner councils in the order its author gave, without those that are not known", async () => {
    const council = { name: "Atlantis", shortName: "Atlantis", type: "unitary", nation: "England" };
    await db.council.create({ data: { id: "atlantis", slug: "atlantis", ...council } });
    await aVersion("published", {
      title: "With partners",
      partners: ["kent", "devon", "atlantis", "bath-and-north-east-somerset"],
    });
    await db.council.delete({ where: { id: "atlantis" } });
    const page = await pageAt("with-partners");
    expect(page.partners.map(({ id }) => id)).toEqual(["kent", "devon", "bath-and-north-east-somerset"]);
    expect(page.council?.id).toBe("dorset");
  });

  test("shows a contact who agreed, and nobody who did not", async () => {
    await aVersion("published", { title: "Agreed", contactConsent: true });
    await aVersion("published", { title: "Did not", contactConsent: false });
    await aVersion("published", { title: "Was not asked" });
    const gone = await aVersion("published", { title: "Is gone", contactConsent: true });
    await db.contact.deleteMany({ where: { caseStudyId: gone.caseStudyId } });
    expect((await pageAt("agreed")).contact).toMatchObject(someContact);
    for (const slug of ["did-not", "was-not-asked"]) {
      expect((await pageAt(slug)).contact).toBeNull();
      expect(JSON.stringify(await pageAt(slug))).not.toContain(someContact.email);
    }
    expect((await pageAt("is-gone")).contact).toBeNull();
  });

  test("shows its pictures, also in the next version, and no other case study's", async () => {
    const picture = (caseStudyId: string) => ({
      caseStudyId,
      name: "bus.jpg",
      type: "image/jpeg",
      bytes: 9,
      widths: [640, 320],
      at: new Date(),
    });
    const add = (caseStudyId: string, id: string, size = { width: 4, height: 3 }) =>
      db.attachment.create({ data: { id, key: id, ...picture(caseStudyId), ...size } });
    const [own, foreign, missing] = [randomUUID(), randomUUID(), randomUUID()];
    const images = [foreign, own, missing].map((attachment) => ({ attachment, title: "", alt: "A bus", credit: "Us" }));
    const version = await aVersion("published", { title: "With pictures", images });
    await add(version.caseStudyId, own);
    await add((await aVersion("draft")).caseStudyId, foreign);
    const shown = [{ id: own, name: "bus.jpg", width: 4, height: 3, widths: [640, 320], alt: "A bus", credit: "Us" }];
    expect((await pageAt("with-pictures")).pictures).toEqual(shown);

    await aNextVersion(version, "published");
    expect((await pageAt("with-pictures")).pictures).toEqual(shown);
  });

  test("says when its present words were last found right, and not when earlier ones were", async () => {
    const [first, looked] = [new Date("2023-01-02T09:00Z"), new Date("2024-01-15T09:00Z")];
    const version = await aVersion("published", { title: "Looked at again" }, first);
    await confirmReview({ id: version.id, actor: version.editor, now: looked });
    expect(await pageAt("looked-at-again")).toMatchObject({ reviewedAt: looked, publishedAt: first });
    await aNextVersion(version, "published", new Date("2024-03-04T09:00Z"));
    expect(await pageAt("looked-at-again")).toMatchObject({ reviewedAt: null });
  });

  test("says when readers could first see it and when its present words came", async () => {
    const [first, second] = [new Date("2023-01-02T09:00Z"), new Date("2024-03-04T09:00Z")];
    const version = await aVersion("published", { title: "Twice told" }, first);
    await aNextVersion(version, "accepted", second);
    expect(await pageAt("twice-told")).toMatchObject({ publishedAt: first, updatedAt: first });
    await aNextVersion(await aVersion("published", { title: "Told again" }, first), "published", second);
    expect(await pageAt("told-again")).toMatchObject({ publishedAt: first, updatedAt: second });
  });
});
