import { beforeAll, describe, expect, test } from "vitest";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { countQueue } from "#lib/data/review/queue/counts.ts";
import { listQueue, type QueueRow } from "#lib/data/review/queue/rows.ts";
import { findReferred } from "#lib/data/review/references.ts";
import { ownQueue, type QueueQuery } from "#lib/domain/queue/query.ts";
import { tabs } from "#lib/domain/queue/tabs.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { openStates } from "#lib/domain/workflow/states.ts";
import { never } from "#lib/data/letters/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion, walkTo, type AVersion } from "#tests/support/versions.ts";

const day = 86_400_000;
const now = new Date("2026-03-20T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * day);
const usualDays = 12;
const reader = (me: string) => ({ me, usualDays, now });

async function titlesIn(query: Partial<QueueQuery>, me: string): Promise<string[]> {
  return (await listQueue({ ...ownQueue, ...query }, reader(me))).map(({ title }) => title);
}

async function rowOf({ id }: AVersion, query: Partial<QueueQuery> = { tab: "all" }): Promise<QueueRow> {
  const rows = await listQueue({ ...ownQueue, ...query }, reader(id));
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error("It is not in the queue");
  return row;
}

describe("each part of the queue", () => {
  let mine: AVersion;
  const versions = new Map<string, AVersion>();

  beforeAll(async () => {
    for (const [index, state] of openStates.entries())
      versions.set(state, await aVersion(state, { title: `One that is ${state}` }, daysAgo(20 - index)));
    mine = versions.get("in_review") as AVersion;
    await aVersion("draft", { title: "A draft" });
    await aVersion("published", { title: "Published and right" });
    const overdue = await aVersion("published", { title: "Published and overdue" }, daysAgo(400));
    await db.version.update({ where: { id: overdue.id }, data: { overdue: true } });
    const again = await aVersion("published", { title: "Published and to look at again" }, daysAgo(30));
    await db.version.update({ where: { id: again.id }, data: { secondLook: true } });
  });

  test.each([
    ["mine", ["in_review"]],
    ["unassigned", ["submitted"]],
    ["waiting", ["unconfirmed", "changes_requested"]],
    ["scheduled", ["scheduled"]],
    ["held", ["held"]],
    ["all", openStates],
  ] as const)("%s holds what belongs there, the longest waiting first", async (tab, states) => {
    expect(await titlesIn({ tab }, mine.editor.id)).toEqual(states.map((state) => `One that is ${state}`));
  });

  test("what is due holds published ones that are overdue or wanted a second look, and no others", async () => {
    expect(await titlesIn({ tab: "due" }, mine.editor.id)).toEqual([
      "Published and to look at again",
      "Published and overdue",
    ]);
  });

  test("is counted as it is listed, with those that waited too long", async () => {
    const counts = await countQueue(ownQueue, reader(mine.editor.id));
    for (const { key } of tabs) {
      const rows = await listQueue({ ...ownQueue, tab: key }, reader(mine.editor.id));
      expect({ key, ...counts[key] }).toEqual({
        key,
        total: rows.length,
        late: rows.filter(({ late }) => late).length,
      });
    }
    // What is submitted, held, in review and accepted waits for the editors; the rest for somebody or something else.
    expect(counts.all.late).toBe(4);
  });

  test("nobody is late before anything was decided, when councils are told nothing", async () => {
    const nobody = { me: mine.editor.id, usualDays: null, now };
    expect((await countQueue(ownQueue, nobody)).all).toEqual({ total: openStates.length, late: 0 });
    const rows = await listQueue({ ...ownQueue, tab: "all" }, nobody);
    expect(rows.filter(({ late }) => late)).toEqual([]);
  });
});

describe("who has it", () => {
  test("is nobody once they no longer edit: it comes back to those without anybody", async () => {
    const { id, editor } = await aVersion("in_review", { title: "With somebody who leaves" });
    expect((await rowOf({ id } as AVersion)).editor).toEqual({ id: editor.id, name: "A editor" });
    await db.person.update({ where: { id: editor.id }, data: { active: false } });
    expect((await rowOf({ id } as AVersion)).editor).toBeNull();
    expect(await titlesIn({ tab: "unassigned" }, editor.id)).toContain("With somebody who leaves");
    expect(await titlesIn({ tab: "mine" }, editor.id)).not.toContain("With somebody who leaves");
  });
});

describe("a row says", () => {
  test("since when: first sent, and in its state, whatever else happened there", async () => {
    const version = await aVersion("draft", { title: "Back and forth" });
    const { id, author, editor } = version;
    const step = (move: "submit" | "take" | "requestChanges" | "handOver", days: number) =>
      moveVersion({
        ...{ id, basedOn: 1, move, now: daysAgo(days), reason: "Say what it cost" },
        ...{ actor: move === "submit" ? author : editor, details: { assigneeId: editor.id } },
      });
    for (const [move, days] of [
      ["submit", 30],
      ["take", 28],
      ["requestChanges", 27],
      ["submit", 9],
      ["take", 8],
      ["handOver", 2],
    ] as const)
      expect(await step(move, days)).toMatchObject({ ok: true });
    expect(await rowOf(version)).toMatchObject({
      ...{ sentAt: daysAgo(30), enteredAt: daysAgo(8), sentAgain: true, late: true, state: "in_review" },
      ...{ council: "Dorset Council", suspicion: "", bounced: "", secondLook: false },
    });
  });

  test("why it was held, the last time it was", async () => {
    const version = await aVersion("held", { title: "Held twice" });
    const again = { id: version.id, basedOn: 1, actor: version.editor };
    await moveVersion({ ...again, move: "release", reason: "It is genuine" });
    await moveVersion({ ...again, move: "hold", reason: "Four links to one shop" });
    expect(await rowOf(version)).toMatchObject({ suspicion: "Four links to one shop" });
    await moveVersion({ ...again, move: "release", reason: "It is genuine after all" });
    expect(await rowOf(version)).toMatchObject({ suspicion: "" });
  });

  test("that a letter to its author was refused, until a later one arrives", async () => {
    const version = await aVersion("in_review", { title: "With an address that bounces" });
    expect(await rowOf(version)).toMatchObject({ bounced: "" });
    const toId = version.author.id;
    const unsent = { kind: "mine", toId, queuedAt: daysAgo(3), dueAt: never };
    await db.letter.create({ data: { ...unsent, refusal: "It has been answered." } });
    expect(await rowOf(version)).toMatchObject({ bounced: "" });
    await db.letter.create({ data: { ...unsent, refusal: "550 No such mailbox", bounced: true } });
    expect(await rowOf(version)).toMatchObject({ bounced: "550 No such mailbox" });
    const { id } = await db.letter.create({
      data: { kind: "mine", toId, queuedAt: daysAgo(2), sentAt: daysAgo(1.5) },
    });
    expect(await rowOf(version)).toMatchObject({ bounced: "" });
    // A server that passes letters on tells of it afterwards.
    await db.letter.update({ where: { id }, data: { refusal: "550 5.1.1 User unknown", bounced: true } });
    expect(await rowOf(version)).toMatchObject({ bounced: "550 5.1.1 User unknown" });
    await db.letter.create({ data: { kind: "mine", toId, queuedAt: daysAgo(1), sentAt: daysAgo(1) } });
    expect(await rowOf(version)).toMatchObject({ bounced: "" });
  });

  test("whether somebody outside is asked about its facts, and until when its council has to answer", async () => {
    const version = await aVersion("in_review", { title: "With outside eyes" });
    expect(await rowOf(version)).toMatchObject({ factsAsked: false, answerBy: null });
    const asked = { versionId: version.id, basedOn: 1, name: "Jo Okafor", email: "jo@kent.example", note: "" };
    expect(await askFactCheck({ ...asked, actor: version.editor, now })).toMatchObject({ ok: true });
    await db.version.update({ where: { id: version.id }, data: { answerBy: now } });
    expect(await rowOf(version)).toMatchObject({ factsAsked: true, answerBy: now, authorId: version.author.id });
    await db.factCheck.updateMany({ where: { versionId: version.id }, data: { answeredAt: now } });
    expect(await rowOf(version)).toMatchObject({ factsAsked: false });
  });

  test("late only after more whole days than councils are told", async () => {
    const sent = async (ago: number) => rowOf(await aVersion("submitted", {}, new Date(now.getTime() - ago)));
    expect(await sent(13 * day - 1)).toMatchObject({ late: false });
    expect(await sent(13 * day)).toMatchObject({ late: true });
  });
});

describe("filters", () => {
  let harbour: AVersion;
  let libraries: AVersion;

  beforeAll(async () => {
    harbour = await aVersion("submitted", {
      title: "A Zebra crossing",
      council: "leeds",
      topics: ["walking-and-cycling"],
    });
    libraries = await aVersion("draft", { title: "Quokka evenings", topics: ["libraries"] });
    await walkTo("in_review", libraries);
  });

  const found = (query: Partial<QueueQuery>) => titlesIn({ tab: "all", ...query }, harbour.editor.id);

  test.each<[string, Partial<QueueQuery>]>([
    ["words of the title in any case and order", { q: "CROSSING zebra" }],
    ["the council's name", { q: "leeds city zebra" }],
    ["the council", { council: "leeds" }],
    ["a topic", { topic: "walking-and-cycling" }],
    ["the topic above it", { topic: "transport", council: "leeds" }],
    ["a kind", { kind: "case-study", q: "zebra" }],
  ])("%s", async (_, query) => {
    expect(await found(query)).toEqual(["A Zebra crossing"]);
    const counts = await countQueue({ ...ownQueue, ...query }, reader(harbour.editor.id));
    expect([counts.all.total, counts.unassigned.total, counts.mine.total]).toEqual([1, 1, 0]);
  });

  test("a reference number, however it is typed", async () => {
    const reference = referenceOf(harbour.id);
    for (const q of [reference, reference.toLowerCase(), reference.replaceAll("-", " ")])
      expect(await found({ q })).toEqual(["A Zebra crossing"]);
  });

  test.each(["published", "withdrawn", "declined"] as const)(
    "a reference number leads to what is %s, which no part of the queue holds",
    async (state) => {
      const { id } = await aVersion(state, { title: "Long gone from here" });
      expect(await found({ q: referenceOf(id) })).toEqual([]);
      expect(await findReferred(referenceOf(id).toLowerCase())).toEqual([{ id, title: "Long gone from here", state }]);
    },
  );

  test("a draft that nobody has sent is not told of; one that was taken back is", async () => {
    const { id } = await aVersion("draft", { title: "Nobody's business" });
    expect(await findReferred(referenceOf(id))).toEqual([]);
    const { id: sent, author } = await aVersion("submitted", { title: "Taken back" });
    const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: sent } });
    await moveVersion({ id: sent, basedOn, move: "takeBack", actor: author });
    expect(await findReferred(referenceOf(sent))).toEqual([{ id: sent, title: "Taken back", state: "draft" }]);
  });

  test("a reference number that is nobody's is told from what is none", async () => {
    expect([await findReferred("CB-0000-0000"), await findReferred("zebra crossing")]).toEqual([[], null]);
  });

  test("whoever has it", async () => {
    expect(await found({ assignee: libraries.editor.id })).toEqual(["Quokka evenings"]);
  });

  test.each<Partial<QueueQuery>>([
    { q: "zebra quokka" },
    { q: "100%" },
    { q: "_ebra" },
    { kind: "signpost" },
    { topic: "flooding" },
    { council: "leeds", topic: "libraries" },
  ])("nothing for %j", async (query) => {
    expect(await found(query)).toEqual([]);
  });
});

test("pages hold 25 each, none twice, and one beyond the last is empty", async () => {
  const at = daysAgo(50);
  const editor = await aPerson("editor");
  for (let number = 0; number < 27; number++)
    await aVersion("submitted", { title: "One of many", council: "kent" }, at);
  const query: QueueQuery = { ...ownQueue, tab: "unassigned", council: "kent" };
  const pages = await Promise.all([1, 2, 3].map((page) => listQueue({ ...query, page }, reader(editor.id))));
  expect(pages.map(({ length }) => length)).toEqual([25, 2, 0]);
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(27);
  expect((await countQueue(query, reader(editor.id))).unassigned.total).toBe(27);
});
