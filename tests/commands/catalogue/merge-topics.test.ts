import { beforeAll, describe, expect, test } from "vitest";
import { GET as getAtom } from "#app/(public)/case-studies.atom/route.ts";
import { GET as getCsv } from "#app/(public)/case-studies.csv/route.ts";
import { GET as getJson } from "#app/(public)/case-studies.json/route.ts";
import { undoChange } from "#lib/commands/catalogue/undo-change.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished, listPublished } from "#lib/data/directory/listings.ts";
import { findTopic } from "#lib/data/directory/terms.ts";
import { readFilters } from "#lib/domain/alerts/query.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { readListing } from "#lib/domain/listing/read.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { askApi, askJson } from "#tests/support/api.ts";
import { change, everyRow, previewOf } from "#tests/support/changing-terms.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

/** Sixty: 35 about libraries, 20 about the arts, 5 about both; and three about neither. */
const plans = [
  ...Array.from({ length: 35 }, () => ["libraries"]),
  ...Array.from({ length: 20 }, () => ["arts", "buses"]),
  ...Array.from({ length: 5 }, () => ["arts", "libraries"]),
  ...[["buses"], ["museums-and-heritage"], ["culture-tourism-leisure-and-sport"]],
];

beforeAll(async () => {
  for (const [number, topics] of plans.entries()) {
    const { id, editor } = await aVersion("published", { title: `Case ${String(number).padStart(2, "0")}`, topics });
    if (number === 0) await setLeadTerm({ id, term: { topicId: "libraries" }, actor: editor });
  }
  await aVersion("draft", { topics: ["libraries"] });
  await aVersion("in_review", { topics: ["libraries", "arts"] });
}, 180_000);

const merge = { do: "merge", id: "libraries", into: "arts" } as const;
const counted = async (...slugs: string[]) => {
  const { counts } = await countPublished();
  return slugs.map((slug) => counts.topic.get(slug) ?? 0);
};
const totals = (...slugs: string[]) =>
  Promise.all(slugs.map(async (slug) => (await listPublished({ ...everything, topic: [slug] })).total));
const page = async (search: string) => readListing(parametersOf(search), await getCatalogue());
const ask = (handler: (request: Request) => Promise<Response>, address: string) =>
  handler(new Request(`http://localhost${address}`, { headers: { host: "localhost" } }));

describe("two topics of sixty case studies become one", () => {
  test("the preview says exactly what changes", async () => {
    const { changed, counts, moved, drafts, submissions } = await previewOf(merge);
    expect(changed).toHaveLength(40);
    expect(changed[0]).toEqual({
      ...{ slug: "case-00", title: "Case 00" },
      before: ["Libraries", "“View all Libraries” on its card"],
      after: ["Arts", "“View all Arts” on its card"],
    });
    expect(changed.at(-1)).toMatchObject({ before: ["Arts", "Libraries"], after: ["Arts"] });
    expect(counts.map(({ name, before, after }) => [name, before, after])).toEqual([
      ["Arts", 25, 60],
      ["Libraries", 40, 0],
    ]);
    expect(moved).toEqual([{ slug: "libraries", from: "libraries", to: "arts" }]);
    expect([drafts, submissions]).toEqual([1, 1]);
  });

  test("counts and lists are right at once, old addresses lead on, and undoing leaves every row as it was", async () => {
    const before = await everyRow();
    expect(await counted("arts", "libraries", "culture-tourism-leisure-and-sport")).toEqual([25, 40, 62]);
    // A program that is on its way through the list goes on by the address it was given.
    const { next } = await askJson<{ next: string | null }>("/api/v1/case-studies?topic=libraries&limit=5");
    const id = await change(merge);

    expect(await counted("arts", "libraries", "culture-tourism-leisure-and-sport")).toEqual([60, 0, 62]);
    expect(await totals("arts", "buses", "culture-tourism-leisure-and-sport")).toEqual([60, 21, 62]);
    const { topic } = await getCatalogue();
    expect(topic.some(({ slug }) => slug === "libraries")).toBe(false);
    expect((await findTopic("libraries"))?.topic).toMatchObject({ slug: "arts", name: "Arts" });

    const { query, ignored, moved } = await page("topic=libraries&outcome=mixed&sort=title");
    expect({ moved, ignored }).toEqual({ moved: true, ignored: { names: [], others: 0 } });
    expect(addressOf(query)).toBe("/case-studies?topic=arts&outcome=mixed&sort=title");
    expect(addressOf((await page("topic[2452]=2452&topic[2449]=2449")).query)).toBe("/case-studies?topic=arts");
    for (const [handler, format] of [
      [getAtom, "atom"],
      [getJson, "json"],
      [getCsv, "csv"],
    ] as const) {
      const answer = await ask(handler, `/case-studies.${format}?topic=libraries`);
      expect([answer.status, answer.headers.get("location")]).toEqual([301, `/case-studies.${format}?topic=arts`]);
    }
    const answer = await askApi("/api/v1/case-studies?topic=libraries&limit=5");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/api/v1/case-studies?topic=arts&limit=5"]);
    const further = await askApi(next ?? "");
    expect(further.status).toBe(301);
    const rest = await askJson<{ items: { slug: string }[] }>(further.headers.get("location") ?? "");
    expect(rest.items).toHaveLength(5);
    const list = await askJson<{ total: number }>("/api/v1/case-studies?topic=arts&limit=5");
    expect(list.total).toBe(60);
    const one = await askJson<{ topics: { slug: string }[] }>("/api/v1/case-studies/case-55");
    expect(one.topics.map(({ slug }) => slug)).toEqual(["arts"]);
    const alert = readFilters("topic=libraries", await getCatalogue());
    expect(alert).toMatchObject({ lost: [], void: false, query: { topic: ["arts"] } });

    expect(await undoChange({ id, actor: await aPerson("editor") })).toEqual({ ok: true, value: 40 });
    expect(await everyRow()).toEqual(before);
    expect(await counted("arts", "libraries")).toEqual([25, 40]);
    expect((await page("topic=libraries")).moved).toBe(false);
  });

  test("with one within another: merging a broad topic takes along what lies within it, and back", async () => {
    const before = await everyRow();
    const wish = { do: "merge", id: "culture-tourism-leisure-and-sport", into: "transport" } as const;
    const { counts } = await previewOf(wish);
    expect(counts.map(({ name, before: was, after }) => [name, was, after])).toEqual([
      ["Transport", 21, 63],
      ["Culture, tourism, leisure and sport", 62, 0],
    ]);
    const id = await change(wish);
    expect(await totals("transport", "libraries", "buses")).toEqual([63, 40, 21]);
    expect((await findTopic("libraries"))?.parent?.slug).toBe("transport");
    expect((await undoChange({ id, actor: await aPerson("editor") })).ok).toBe(true);
    expect(await everyRow()).toEqual(before);
  });
});
