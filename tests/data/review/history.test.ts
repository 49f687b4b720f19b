import { beforeAll, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { eachEvent, listEvents } from "#lib/data/review/history/events.ts";
import { listCouncilsInHistory, listPeopleInHistory } from "#lib/data/review/history/choices.ts";
import { everyEvent, type HistoryQuery } from "#lib/domain/history/query.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { current } from "#lib/domain/template/templates.ts";
import { aPerson } from "#tests/support/people.ts";
import { aDraft, aVersion, type AVersion } from "#tests/support/versions.ts";

let buses: AVersion;
let bins: AVersion;

beforeAll(async () => {
  buses = await aVersion("published", {}, new Date("2024-06-30T22:30:00Z"));
  bins = await aVersion(
    "declined",
    { title: "Bins & 100% of kerbs", council: "kent" },
    new Date("2024-07-01T09:00:00Z"),
  );
});

const found = async (query: Partial<HistoryQuery>) => (await listEvents({ ...everyEvent, ...query })).events;
const linesOf = async (query: Partial<HistoryQuery>) =>
  (await found(query)).map(({ kind, council }) => `${kind} ${council}`);

test("everything is listed, newest first, with what it is about and who did it", async () => {
  const { events, total } = await listEvents(everyEvent);
  expect(total).toBe(9);
  expect(events).toHaveLength(9);
  expect(events.map(({ at }) => at.getTime())).toEqual(events.map(({ at }) => at.getTime()).toSorted((a, b) => b - a));
  expect(await found({ kinds: ["decline"] })).toEqual([
    expect.objectContaining({
      ...{ kind: "decline", fromState: "in_review", toState: "declined", reason: "Because of the test" },
      ...{ title: "Bins & 100% of kerbs", council: "Kent County Council", version: 1, revision: 1 },
      ...{ caseStudyId: bins.caseStudyId, versionId: bins.id, actor: expect.objectContaining({ name: "A editor" }) },
    }),
  ]);
});

test.each<[string, Partial<HistoryQuery>, number]>([
  ["kinds", { kinds: ["publish", "decline"] }, 2],
  ["no kind that happened", { kinds: ["withdraw"] }, 0],
  ["a council", { council: "kent" }, 4],
  ["a council without any", { council: "dover" }, 0],
  ["words of the title in any order and case", { q: "FESTIVAL night" }, 5],
  ["words of the reason", { q: "because" }, 7],
  ["words across both", { q: "bins because" }, 3],
  ["signs that searching gives a meaning to", { q: "100% &" }, 4],
  ["signs that are nowhere", { q: "_" }, 0],
  ["the first day, in London where it had begun", { from: "2024-07-01", to: "2024-07-01" }, 4],
  ["the day before, to its end in London", { to: "2024-06-30" }, 5],
  ["a council and a kind", { council: "dorset", kinds: ["publish", "decline"] }, 1],
])("they are narrowed down by %s", async (_, query, total) => {
  expect((await listEvents({ ...everyEvent, ...query })).total).toBe(total);
});

test("they are narrowed down by who did it and by the case study", async () => {
  expect(await linesOf({ person: buses.author.id })).toEqual(["submit Dorset Council", "start Dorset Council"]);
  expect(await linesOf({ caseStudy: bins.caseStudyId })).toHaveLength(4);
});

test("they are narrowed down by a reference number, however it is typed and whatever became of it", async () => {
  for (const { id } of [buses, bins]) {
    const reference = referenceOf(id);
    for (const q of [reference, reference.toLowerCase(), reference.replace("CB-", "")]) {
      const events = await found({ q });
      expect(events.length).toBeGreaterThan(0);
      expect(new Set(events.map(({ versionId }) => versionId))).toEqual(new Set([id]));
    }
  }
});

test("a page holds as many as asked, and the next one goes on", async () => {
  const all = await found({});
  const [first, second] = [await listEvents(everyEvent, 5), await listEvents({ ...everyEvent, page: 2 }, 5)];
  expect([...first.events, ...second.events]).toEqual(all);
  expect([first.total, second.total]).toEqual([9, 9]);
  expect(await listEvents({ ...everyEvent, page: 3 }, 5)).toEqual({ events: [], total: 9 });
});

test.each([1, 2, 3, 9, 500])("all of it can be read %i at a time, each line once", async (size) => {
  const batches = await Array.fromAsync(eachEvent(everyEvent, size));
  expect(batches.flat()).toEqual(await found({}));
  expect(batches.every((batch) => batch.length > 0 && batch.length <= size)).toBe(true);
});

test("what happens while it is read moves nothing twice into it", async () => {
  const read = eachEvent({ ...everyEvent, caseStudy: buses.caseStudyId }, 2);
  const first = (await read.next()).value ?? [];
  const { id, editor } = buses;
  await moveVersion({ id, basedOn: 1, move: "withdraw", actor: editor, reason: "Wrong figures" });
  const rest = await Array.fromAsync(read);
  expect([...first, ...rest.flat()].map(({ kind }) => kind).toSorted()).toEqual(
    ["accept", "publish", "start", "submit", "take"].toSorted(),
  );
});

test("a signpost without a council and a draft without words have empty names", async () => {
  const { id: personId } = await aPerson("editor");
  const signpost = await aDraft({ template: current.signpost, answers: { title: "Vans" }, personId });
  expect(await found({ caseStudy: signpost.caseStudyId })).toEqual([
    expect.objectContaining({ title: "Vans", council: "", actor: expect.objectContaining({ id: personId }) }),
  ]);
  const empty = await aDraft({ answers: {}, personId });
  expect(await found({ caseStudy: empty.caseStudyId })).toEqual([expect.objectContaining({ title: "" })]);
});

test("the choices are everybody who edits, whoever is asked for, and every council that leads a case study", async () => {
  const editor = await aPerson("editor");
  const ids = async (chosen: string | null) => (await listPeopleInHistory(chosen)).map(({ id }) => id);
  expect(await ids(null)).toContain(editor.id);
  expect(await ids(null)).not.toContain(buses.author.id);
  expect(await ids(buses.author.id)).toContain(buses.author.id);
  expect((await listCouncilsInHistory()).map(({ id }) => id)).toEqual(["dorset", "kent"]);
});
