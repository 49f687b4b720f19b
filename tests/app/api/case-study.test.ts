import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { caseStudy } from "#lib/feeds/api/case-study.ts";
import { askApi, askJson } from "#tests/support/api.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPicture } from "#tests/support/pictures.ts";
import { answersOf, aVersion, someContact, type AVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (slug: string) => `/api/v1/case-studies/${slug}`;

async function take(version: AVersion, move: "withdraw" | "unpublish", details = {}) {
  const { id, editor } = version;
  const outcome = await moveVersion({ id, basedOn: 1, move, actor: editor, reason: "A figure was wrong", details });
  if (!outcome.ok) throw new Error(outcome.reason);
}

async function publish(id: string, { author, editor }: AVersion) {
  for (const move of ["submit", "take", "accept", "publish"] as const) {
    const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id } });
    const outcome = await moveVersion({ id, basedOn, move, actor: move === "submit" ? author : editor });
    if (!outcome.ok) throw new Error(outcome.reason);
  }
}

describe("one case study", () => {
  test("has everything its page shows", async () => {
    const now = new Date("2024-02-03T04:05:06Z");
    const { editor, caseStudyId } = await aVersion(
      "published",
      {
        ...{ title: "Shown in full", contactConsent: true, topics: ["libraries"], partners: ["kent"] },
        links: [{ title: "The plan", url: "https://example.org/plan" }],
      },
      now,
    );
    await addCollection({ name: "Good ones", introduction: "", caseStudyIds: [caseStudyId], actor: editor });
    const body = await askJson(at("shown-in-full"));
    expect(body).toMatchObject({
      slug: "shown-in-full",
      url: "/case-studies/shown-in-full",
      kind: "case-study",
      template: "case-study-1",
      title: "Shown in full",
      council: { slug: "dorset", name: "Dorset Council", type: "unitary", region: "south-west" },
      partners: [{ slug: "kent" }],
      topics: [{ slug: "libraries", parent: { slug: "culture-tourism-leisure-and-sport" } }],
      supportTypes: [{ slug: "grant-funding", name: "Grant funding" }],
      collections: [{ slug: "good-ones", name: "Good ones" }],
      facts: {
        outcome: { label: "Outcome", value: "mixed", text: "Mixed" },
        cost: { value: "10k-50k", text: "£10,000 to £50,000" },
        start: { value: "2022-04" },
        funding: { value: "Town deal" },
        people: { value: "You can get home from the harbour until half past midnight." },
      },
      contact: { ...someContact, phone: "", confirmedAt: null },
      publishedAt: now.toISOString(),
      reviewBy: "2025-02-03",
      withdrawn: null,
      licence: { name: "Open Government Licence v3.0" },
    });
    const sections = (body as ReturnType<typeof caseStudy.parse>).sections;
    expect(sections.map(({ key }) => key)).toEqual([
      ...["challenge", "solution", "impact", "sustained", "lessons", "links"],
    ]);
    expect(sections[2]?.answers).toEqual([
      { kind: "markdown", key: "impact", label: "The impact", markdown: "Use grew every week but two." },
      expect.objectContaining({ kind: "measures", measures: [expect.objectContaining({ after: "1,140" })] }),
    ]);
    expect(caseStudy.parse(body)).toEqual(body);
  });

  test("has its pictures, with the words for people who cannot see them", async () => {
    const version = await aVersion("draft", { title: "With a picture" });
    const { id } = await aPicture(version, { name: "plan.webp" });
    await publish(version.id, version);
    const text = JSON.stringify(await askJson(at("with-a-picture")));
    expect(text).toContain('"alt":"A"');
    expect(text).toContain(`/files/${id}/plan.webp`);
  });

  test("keeps a contact to itself who did not agree to be shown (V8.2.3)", async () => {
    await aVersion("published", { title: "Nobody to ask", contactConsent: false });
    expect(await askJson(at("nobody-to-ask"))).toMatchObject({ contact: null });
  });

  test("that was withdrawn says so and why, and claims nothing at a glance", async () => {
    const version = await aVersion("published", { title: "Withdrawn since" });
    await take(version, "withdraw");
    const body = await askJson<{ facts: object; withdrawn: object }>(at("withdrawn-since"));
    expect(body.withdrawn).toMatchObject({ reason: "A figure was wrong" });
    expect(body.facts).not.toHaveProperty("outcome");
  });
});

describe("an address without a case study", () => {
  test.each(["never-was", "Night Buses", "a%00b", "a.b"])("answers 404: %s", async (slug) => {
    const response = await askApi(at(encodeURIComponent(slug)));
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });

  test("of a draft answers 404 (V8.2.2)", async () => {
    await aVersion("accepted", { title: "Not out yet" });
    expect((await askApi(at("not-out-yet"))).status).toBe(404);
  });

  test("of one that was taken down answers 410, also to whoever has its last tag", async () => {
    const version = await aVersion("published", { title: "Taken down" });
    const before = await askApi(at("taken-down"));
    await take(version, "unpublish");
    const after = await askApi(at("taken-down"), { "if-none-match": before.headers.get("etag") ?? "" });
    expect([after.status, after.headers.get("content-type")]).toEqual([410, "application/problem+json"]);
    expect(await after.json()).toMatchObject({ status: 410, title: "This page has been removed" });
  });

  test("of one that another took the place of leads there", async () => {
    await aVersion("published", { title: "The better one" });
    const version = await aVersion("published", { title: "The worse one" });
    await take(version, "unpublish", { redirectTo: "/case-studies/the-better-one" });
    const response = await askApi(at("the-worse-one"));
    expect([response.status, response.headers.get("location")]).toEqual([301, at("the-better-one")]);
  });

  test("of one that something else took the place of answers 410", async () => {
    const version = await aVersion("published", { title: "Now a topic" });
    await take(version, "unpublish", { redirectTo: "/topics/libraries" });
    expect((await askApi(at("now-a-topic"))).status).toBe(410);
  });
});

test("words that wait to be published are nowhere before they are, and old ones nowhere after", async () => {
  const version = await aVersion("published", { title: "Words come and go", solution: "We did oldcanary." });
  const { id } = await aNextVersion(version);
  const answers = await answersOf(id, { solution: "We did newcanary." });
  await saveRevision({ id, basedOn: 1, answers, actor: version.author });
  const before = JSON.stringify(await askJson(at("words-come-and-go")));
  expect([before.includes("oldcanary"), before.includes("newcanary")]).toEqual([true, false]);
  await publish(id, version);
  const after = JSON.stringify(await askJson(at("words-come-and-go")));
  expect([after.includes("oldcanary"), after.includes("newcanary")]).toEqual([false, true]);
});
