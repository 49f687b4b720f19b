import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { compareWords } from "#components/review/difference/compare-words.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { writeRetag } from "#lib/data/catalogue/retagging/rows.ts";
import { db } from "#lib/data/db.ts";
import { findCaseStudyHistory } from "#lib/data/review/history/case-study.ts";
import { findRevision } from "#lib/data/review/revisions.ts";
import { isDifferent } from "#lib/domain/difference/answers.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

let first: AVersion;
let second: AVersion;

beforeAll(async () => {
  first = await aVersion("published");
  second = await aNextVersion(first);
  const answers = await answersOf(second.id, { title: "Night buses and boats", topics: ["buses", "arts"] });
  await saveRevision({ id: second.id, basedOn: 1, answers, actor: second.author });
  await moveVersion({ id: second.id, basedOn: 2, move: "submit", actor: second.author });
});

test("one case study's history has its versions with their revisions, and everything that happened to any of them", async () => {
  const history = await findCaseStudyHistory(first.caseStudyId);
  expect(history).toMatchObject({ title: "Night buses and boats", slug: expect.stringMatching(/./) });
  expect(history?.versions).toMatchObject([
    { number: 2, state: "submitted", author: "A contributor", revisions: [{ number: 2 }, { number: 1 }] },
    { number: 1, state: "published", author: "A contributor", revisions: [{ number: 1, writer: "A contributor" }] },
  ]);
  expect(history?.events.map(({ kind, version }) => `${version} ${kind}`)).toEqual([
    ...["submit", "start"].map((kind) => `2 ${kind}`),
    ...["publish", "accept", "take", "submit", "start"].map((kind) => `1 ${kind}`),
  ]);
});

test("what an editor changed is told with its time and whose it is, and what its author changed is not", async () => {
  const { id, caseStudyId, author, editor } = await aVersion("in_review");
  const save = async (basedOn: number, impact: string, actor: Actor) =>
    expect(await saveRevision({ id, basedOn, answers: await answersOf(id, { impact }), actor })).toMatchObject({
      ok: true,
    });
  await save(1, "Use grew.", editor);
  await moveVersion({ id, basedOn: 2, move: "requestChanges", actor: editor, reason: "Say how many." });
  await save(2, "Use grew by 310.", author);
  await moveVersion({ id, basedOn: 3, move: "submit", actor: author });
  await moveVersion({ id, basedOn: 3, move: "take", actor: editor });
  await save(3, "Use grew by 310 a week.", editor);

  const history = await findCaseStudyHistory(caseStudyId);
  expect(history?.corrections).toMatchObject([
    { versionId: id, version: 1, revision: 4, editor: { id: editor.id, name: "A editor" } },
    { versionId: id, version: 1, revision: 2, editor: { id: editor.id, name: "A editor" } },
  ]);
  expect(history?.versions[0]?.revisions.map(({ byCouncil }) => byCouncil)).toEqual([false, true, false, true]);
});

test("new topics of what is published have a line of their own and are no correction", async () => {
  const { id: versionId, caseStudyId, editor } = await aVersion("published");
  const answers = await answersOf(versionId, { topics: ["buses", "arts"] });
  const retag = { versionId, revision: 1, answers, writerId: editor.id, at: new Date() };
  await db.$transaction((tx) => writeRetag(tx, retag));
  const history = await findCaseStudyHistory(caseStudyId);
  expect(history).toMatchObject({ corrections: [], versions: [{ revisions: [{ number: 2 }, { number: 1 }] }] });
});

test("somebody without a name is called by their e-mail address, and there is no history of what is not there", async () => {
  const { id, caseStudyId } = await aVersion("submitted");
  const { authorId } = await db.version.findUniqueOrThrow({ where: { id } });
  await db.person.update({ where: { id: authorId ?? "" }, data: { name: "" } });
  expect((await findCaseStudyHistory(caseStudyId))?.versions[0]?.author).toBe(await emailOf(authorId ?? ""));
  expect(await findCaseStudyHistory(randomUUID())).toBeNull();
});

test("any two revisions can be compared, and everything in them has its name", async () => {
  const [old, fresh] = [
    await findRevision({ versionId: first.id, number: 1 }),
    await findRevision({ versionId: second.id, number: 2 }),
  ];
  if (!old || !fresh) throw new Error("A revision was not found");
  const changed = compareWords(old, fresh).flatMap(({ questions }) => questions.filter(isDifferent));
  expect(changed.map(({ question }) => question.key)).toEqual(["title", "topics"]);
  expect(changed[1]?.passages.flatMap(({ segments }) => segments.map(({ text }) => text.trim()))).toEqual([
    "Buses",
    "Arts",
  ]);
  expect(fresh.names.councils).toEqual([{ id: "dorset", name: "Dorset Council" }]);
  expect(fresh.names.contact).toMatchObject({ name: "Transport policy team" });
  expect([fresh.version, fresh.number]).toEqual([2, 2]);
  expect(await findRevision({ versionId: first.id, number: 2 })).toBeNull();
});

test("what is brought back as a draft joins the history", async () => {
  const older = await aVersion("declined");
  const restored = await restoreAsDraft({ id: older.id, actor: older.editor });
  const history = await findCaseStudyHistory(older.caseStudyId);
  expect(history?.versions[0]).toMatchObject({
    id: restored.ok && restored.value.versionId,
    authorId: older.editor.id,
  });
  expect(history?.events[0]).toMatchObject({ kind: "restoreAsDraft", version: 2 });
});

test("a topic that was retired and a council that ended are still named", async () => {
  await db.topic.update({ where: { id: "buses" }, data: { retiredAt: new Date(), slug: "bus-travel" } });
  await db.council.update({ where: { id: "dorset" }, data: { endedOn: new Date() } });
  const { names } = (await findRevision({ versionId: first.id, number: 1 })) ?? {};
  expect(names?.topics).toEqual([{ id: "buses", name: "Buses" }]);
  expect(names?.councils).toEqual([{ id: "dorset", name: "Dorset Council" }]);
});
