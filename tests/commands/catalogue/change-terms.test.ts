import { beforeAll, describe, expect, test } from "vitest";
import { changeTerm } from "#lib/commands/catalogue/terms/change-term.ts";
import { undoChange } from "#lib/commands/catalogue/undo-change.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { listPublished } from "#lib/data/directory/listings.ts";
import { findSupportType, findTopic } from "#lib/data/directory/terms.ts";
import { listUnknown } from "#lib/data/unknown-answers.ts";
import type { Wish } from "#lib/domain/catalogue/decide.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { change, everyRow, previewOf } from "#tests/support/changing-terms.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion, someAnswers } from "#tests/support/versions.ts";

let editor: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  editor = await aPerson("editor");
  await aVersion("published", { title: "Night buses", topics: ["buses"], supportTypes: ["grant-funding"] });
});

const undo = (id: string) => undoChange({ id, actor: editor });
const wish = (one: Wish) => changeTerm({ list: "topic", wish: one, actor: editor });
const rowOf = (title: string) => db.listing.findFirstOrThrow({ where: { title } });

describe("a new name", () => {
  test("makes a new address that the old one leads to; case studies, words to search for and counts follow; and back", async () => {
    const before = await everyRow();
    const { changed, moved } = await previewOf({ do: "rename", id: "transport", name: "Getting about" });
    expect(changed).toEqual([]);
    expect(moved).toEqual([
      { slug: "getting-about", from: null, to: "getting-about" },
      { slug: "transport", from: "transport", to: "getting-about" },
    ]);
    const id = await change({ do: "rename", id: "transport", name: " Getting  about " });
    expect((await rowOf("Night buses")).topics).toEqual(["buses", "getting-about"]);
    expect((await findTopic("transport"))?.topic).toMatchObject({ id: "transport", slug: "getting-about" });
    const again = await change({ do: "rename", id: "transport", name: "Roads" });
    for (const slug of ["transport", "getting-about"]) expect((await findTopic(slug))?.topic.slug).toBe("roads");

    expect(await undo(id)).toEqual({ ok: false, reason: "changed-since" });
    expect((await undo(again)).ok).toBe(true);
    expect(await undo(again)).toEqual({ ok: false, reason: "undone-already" });
    expect((await undo(id)).ok).toBe(true);
    const { former, ...rest } = await everyRow();
    expect({ ...rest, former: [] }).toEqual({ ...before, former: [] });
    // Whoever kept an address that it had for a while still arrives.
    expect(former.map(({ slug, subjectId }) => [slug, subjectId])).toEqual([
      ["getting-about", "transport"],
      ["roads", "transport"],
    ]);
  });

  test("that is another's former address: the living one wins, and gives it back", async () => {
    const renamed = await change({ do: "rename", id: "data", name: "Figures" });
    const added = await change({ do: "add", name: "Data", under: null });
    expect((await findTopic("data"))?.topic.name).toBe("Data");
    expect((await getCatalogue()).topic.find(({ name }) => name === "Data")?.id).toBe("data-2");
    expect((await undo(renamed)).ok).toBe(false);
    expect((await undo(added)).ok).toBe(true);
    expect((await findTopic("data"))?.topic.name).toBe("Figures");
    expect((await undo(renamed)).ok).toBe(true);
  });

  test("of a support type follows just so", async () => {
    const id = await change({ do: "rename", id: "grant-funding", name: "Grants" }, "supportType");
    expect((await rowOf("Night buses")).support).toEqual(["grants"]);
    expect(await findSupportType("grant-funding")).toMatchObject({ slug: "grants" });
    expect((await undo(id)).ok).toBe(true);
    expect((await rowOf("Night buses")).support).toEqual(["grant-funding"]);
  });
});

describe("places", () => {
  test("a topic moves under another with its case studies, and back to the very place", async () => {
    const before = await everyRow();
    const id = await change({ do: "move", id: "buses", under: "community-safety" });
    expect((await rowOf("Night buses")).topics).toEqual(["buses", "community-safety"]);
    expect((await undo(id)).ok).toBe(true);
    expect(await everyRow()).toEqual(before);
  });

  test("up and down changes places with its neighbour", async () => {
    const children = async () => (await findTopic("transport"))?.children.map(({ slug }) => slug);
    const id = await change({ do: "up", id: "buses" });
    expect(await children()).toEqual(["buses", "walking-and-cycling"]);
    expect((await wish({ do: "up", id: "buses" })).ok).toBe(false);
    expect((await undo(id)).ok).toBe(true);
    expect(await children()).toEqual(["walking-and-cycling", "buses"]);
  });
});

describe("what is retired", () => {
  test("is not offered any more, and stays for readers as long as something published has it", async () => {
    const id = await change({ do: "retire", id: "buses" });
    const { topic } = await getNamedTerms();
    expect(topic.find((one) => one.id === "buses")).toMatchObject({ offered: false, name: "Buses" });
    const template = getTemplate(current.caseStudy);
    const words = { template, answers: someAnswers(), caseStudyId: "00000000-0000-4000-8000-000000000000" };
    expect((await listUnknown(db, words)).map(({ question }) => question)).toEqual(["topics"]);
    expect((await findTopic("buses"))?.topic.name).toBe("Buses");
    const { total, counts } = await listPublished({ ...everything, topic: ["buses"] });
    expect([total, counts.topic.get("buses")]).toEqual([1, 1]);
    expect((await wish({ do: "retire", id: "transport" })).ok).toBe(false);
    expect((await undo(id)).ok).toBe(true);
    expect((await getNamedTerms()).topic.find((one) => one.id === "buses")?.offered).toBe(true);
  });
});

describe("adding", () => {
  test("is undone as long as nothing names it", async () => {
    const before = await everyRow();
    const id = await change({ do: "add", name: "Trams", under: "transport" });
    expect((await findTopic("trams"))?.parent?.slug).toBe("transport");
    expect((await undo(id)).ok).toBe(true);
    expect(await everyRow()).toEqual(before);

    // Its place among the others is no reason to keep it.
    const placed = await change({ do: "add", name: "Trams", under: "transport" });
    await change({ do: "up", id: "trams" });
    expect((await undo(placed)).ok).toBe(true);
    const again = await change({ do: "add", name: "Trams", under: "transport" });
    await aVersion("draft", { topics: ["trams"] });
    expect(await undo(again)).toEqual({ ok: false, reason: "cannot" });
  });
});

describe("merging", () => {
  test("through several: what reads the first has the last, without doubles, and undoing the second gives back the first", async () => {
    const version = await aVersion("published", { title: "Both", topics: ["arts", "libraries"] });
    const first = await change({ do: "merge", id: "arts", into: "libraries" });
    const second = await change({ do: "merge", id: "libraries", into: "tourism" });
    expect((await rowOf("Both")).topics).toEqual(["culture-tourism-leisure-and-sport", "tourism"]);
    expect((await findTopic("arts"))?.topic.slug).toBe("tourism");
    expect((await undo(first)).ok).toBe(true);
    expect((await rowOf("Both")).topics).toEqual(["arts", "culture-tourism-leisure-and-sport", "tourism"]);
    expect((await undo(second)).ok).toBe(true);
    expect((await rowOf("Both")).topics).toEqual(["arts", "culture-tourism-leisure-and-sport", "libraries"]);
    await moveVersion({ id: version.id, basedOn: 1, move: "withdraw", actor: editor, reason: "Over" });
  });

  test("a submission that names a merged topic is complete and is published under what stands for it", async () => {
    const version = await aVersion("accepted", { title: "Under way", topics: ["skills"] });
    const id = await change({ do: "merge", id: "skills", into: "workforce" });
    expect(await moveVersion({ id: version.id, basedOn: 1, move: "publish", actor: version.editor })).toMatchObject({
      ok: true,
    });
    expect((await rowOf("Under way")).topics).toEqual(["workforce"]);
    expect((await undo(id)).ok).toBe(true);
    expect((await rowOf("Under way")).topics).toEqual(["economic-growth", "skills"]);
  });

  test("each into the other at the same moment: one is done, and no circle is made", async () => {
    for (let round = 0; round < 5; round++) {
      const outcomes = await Promise.all([
        wish({ do: "merge", id: "cyber", into: "energy" }),
        wish({ do: "merge", id: "energy", into: "cyber" }),
      ]);
      const [done, ...others] = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
      expect([done !== undefined, others]).toEqual([true, []]);
      expect((await undo(done?.id ?? "")).ok).toBe(true);
    }
  });

  test("as something is published under it: the listing never names what was merged", async () => {
    for (let round = 0; round < 6; round++) {
      const version = await aVersion("accepted", { title: `Racing ${round}`, topics: ["flooding"] });
      const [merged, published] = await Promise.all([
        wish({ do: "merge", id: "flooding", into: "energy" }),
        moveVersion({ id: version.id, basedOn: 1, move: "publish", actor: version.editor }),
      ]);
      expect([merged.ok, published]).toEqual([true, { ok: true, value: "published" }]);
      expect(await db.listing.count({ where: { topics: { has: "flooding" } } })).toBe(0);
      if (merged.ok) expect((await undo(merged.value.id)).ok).toBe(true);
      expect((await rowOf(`Racing ${round}`)).topics).toEqual(["climate-and-environment", "flooding"]);
    }
  });
});

test("what an editor was shown and is so no more is not done", async () => {
  const { seen } = await previewOf({ do: "merge", id: "tourism", into: "arts" });
  await aVersion("published", { title: "Since then", topics: ["tourism"] });
  const before = await snapshot();
  const stale = await changeTerm({
    ...{ list: "topic", wish: { do: "merge", id: "tourism", into: "arts" }, seen, actor: editor },
  });
  expect(stale).toEqual({ ok: false, reason: { why: "changed" } });
  expect(await snapshot()).toEqual(before);
});

test("two who add at once are both shown what stays so", async () => {
  const [one, other] = [
    { do: "add", name: "Ferries", under: null },
    { do: "add", name: "Canals", under: null },
  ] as const;
  const { seen } = await previewOf(one);
  await change(other);
  expect(await changeTerm({ list: "topic", wish: one, seen, actor: editor })).toMatchObject({ ok: true });
});

test("a contributor may neither change a list nor undo a change", async () => {
  const id = await change({ do: "rename", id: "energy", name: "Power" });
  const before = await everyRow();
  const actor = await aPerson("contributor");
  const refused = { ok: false, reason: { why: "not-allowed" } };
  expect(await changeTerm({ list: "topic", wish: { do: "retire", id: "arts" }, actor })).toEqual(refused);
  expect(await undoChange({ id, actor })).toEqual({ ok: false, reason: "not-allowed" });
  expect(await everyRow()).toEqual(before);
});
