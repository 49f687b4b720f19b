import { expect, test } from "vitest";
import { endsOf, standing, standingAnswers } from "#lib/domain/catalogue/stand-ins.ts";
import { formerAfter, leadsTo, movedAddresses } from "#lib/domain/catalogue/addresses.ts";
import { retagged } from "#lib/domain/catalogue/retag/retag.ts";
import { saidBy } from "#lib/domain/catalogue/said.ts";
import { termMeant } from "#lib/domain/listing/groups.ts";
import { readListing } from "#lib/domain/listing/read.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { catalogue, parametersIn } from "#tests/support/catalogue.ts";

test("a chain of merges leads to its end, and a circle to where it began", () => {
  const ends = endsOf([
    { id: "a", to: "b" },
    { id: "b", to: "c" },
    { id: "x", to: "y" },
    { id: "y", to: "x" },
  ]);
  expect([ends.get("a"), ends.get("b"), ends.get("x")]).toEqual(["c", "c", "x"]);
  expect(standing(["a", "c", "d", "b"], ends)).toEqual(["c", "d"]);
});

test("answers read as what stands for what they name, without doubles; what was not asked stays", () => {
  const standIns = { topics: new Map([["arts", "libraries"]]), supportTypes: new Map<string, string>() };
  const template = getTemplate(current.caseStudy);
  const answers = { title: "arts", topics: ["arts", "libraries"] };
  expect(standingAnswers(template, answers, standIns)).toEqual({ title: "arts", topics: ["libraries"] });
});

test("a former slug leads to the present one, but not where something living has it", () => {
  const blank = { parentId: null, position: 0, oldNumber: null, retiredAt: null, mergedIntoId: null };
  const rows = [
    { ...blank, id: "a", slug: "new", name: "New" },
    { ...blank, id: "b", slug: "b", name: "B" },
  ];
  const former = new Map([["old", "a"]]);
  const before = leadsTo(rows, former);
  expect(Object.fromEntries(before)).toEqual({ old: "new", new: "new", b: "b" });
  const patch = { b: { before: { slug: "b" }, after: { slug: "old" } } };
  const after = formerAfter(former, patch);
  expect(Object.fromEntries(after)).toEqual({ b: "b" });
  const renamed = rows.map((row) => (row.id === "b" ? { ...row, slug: "old" } : row));
  expect(movedAddresses(before, leadsTo(renamed, after))).toEqual([
    { slug: "b", from: "b", to: "old" },
    { slug: "old", from: "new", to: "old" },
  ]);
});

const renamed = {
  ...catalogue,
  topic: catalogue.topic.map((term) =>
    term.slug === "arts" ? { ...term, former: ["crafts", "painting"], formerNumbers: [2460] } : term,
  ),
  support: catalogue.support.map((term) => (term.slug === "peer-challenge" ? { ...term, former: ["peers"] } : term)),
};

test.each([
  ["topic=crafts", "/case-studies?topic=arts"],
  ["topic=crafts&topic=arts", "/case-studies?topic=arts"],
  [
    "q=bus&topic=painting&support=peers&sort=title&page=2",
    "/case-studies?q=bus&topic=arts&support=peer-challenge&sort=title&page=2",
  ],
  ["topic[2460]=2460", "/case-studies?topic=arts"],
  ["topic=crafts&topic=culture", "/case-studies?topic=arts"],
])("the former slugs in %s lead to %s", (search, address) => {
  const { query, moved, ignored } = readListing(parametersIn(search), renamed);
  expect({ moved, ignored, address: addressOf(query) }).toEqual({
    ...{ moved: true, ignored: { names: [], others: 0 } },
    address,
  });
});

test("a former slug beside something unknown is understood, and the unknown is said", () => {
  const { query, moved, ignored } = readListing(parametersIn("topic=crafts&colour=red"), renamed);
  expect([query.topic, moved, ignored.others]).toEqual([["arts"], false, 1]);
  expect(termMeant(renamed.topic, "crafts")?.slug).toBe("arts");
});

test("retagging keeps what a template asks for: one to three topics", () => {
  const template = getTemplate(current.signpost);
  const tags = { topics: ["arts", "libraries", "buses"], supportTypes: [] };
  const retag = (add: string[], remove: string[]) =>
    retagged(template, tags, { add: { topics: add, supportTypes: [] }, remove: { topics: remove, supportTypes: [] } });
  expect(retag(["data"], [])).toEqual({ ok: false, reason: { why: "too-many", fact: "topics", most: 3 } });
  expect(retag([], tags.topics)).toEqual({ ok: false, reason: { why: "too-few", fact: "topics", fewest: 1 } });
  expect(retag(["data"], ["arts"])).toMatchObject({ value: { topics: ["libraries", "buses", "data"] } });
  expect(retag(["arts"], ["data"])).toEqual({ ok: true, value: tags });
});

test("a change says what it did, or at least of what kind it was", () => {
  const change = { subject: "council", subjectId: "dorset", kind: "rename", before: {}, after: {}, name: null };
  expect(saidBy({ ...change, after: { said: "Renamed Dorset" } })).toBe("Renamed Dorset");
  expect(saidBy(change)).toBe("Renamed the council “dorset”");
  expect(saidBy({ ...change, before: { name: "Dorset" }, name: "Wessex" })).toBe(
    "Renamed the council “Wessex”, which was “Dorset”",
  );
  expect(saidBy({ ...change, subject: "collection", kind: "put", name: "Warm $& homes" })).toBe(
    "Put a case study in the collection “Warm $& homes”",
  );
  expect(saidBy({ ...change, kind: "unheard-of" })).toBe("Changed council “dorset”: unheard-of");
});
