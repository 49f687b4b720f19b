import { expect, test } from "vitest";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { visitDesk } from "#lib/commands/review/visit-desk.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { listComparisons } from "#lib/data/review/comparisons.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { listVisitors } from "#lib/data/review/visits.ts";
import { aPerson } from "#tests/support/people.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 9, minute));

async function comparisonsOf(versionId: string, editorId: string) {
  const desk = await findDesk(versionId);
  if (!desk) throw new Error("There is no such version");
  return (await listComparisons(desk, editorId)).map(({ key, number }) => `${key} ${number}`);
}

test("whoever opened a version lately is told of to others, and not to themselves", async () => {
  const { id } = await aVersion("in_review");
  const [ann, ben] = [await aPerson("editor"), await aPerson("editor")];
  await visitDesk({ versionId: id, revision: 1, personId: ann.id, now: at(0) });
  await visitDesk({ versionId: id, revision: 1, personId: ben.id, now: at(5) });
  await visitDesk({ versionId: id, revision: 1, personId: ann.id, now: at(9) });
  expect(await listVisitors(id, ben.id, at(8))).toEqual([{ name: "A editor", at: at(9) }]);
  expect(await listVisitors(id, ann.id, at(8))).toEqual([]);
});

test("what changed since an editor last saw it stays to be shown however often they open it again", async () => {
  const { id, editor } = await aVersion("in_review");
  const ann = await aPerson("editor");
  await visitDesk({ versionId: id, revision: 1, personId: ann.id });
  expect(await comparisonsOf(id, ann.id)).toEqual([]);

  await saveRevision({
    id,
    basedOn: 1,
    answers: await answersOf(id, { impact: "Use grew every week." }),
    actor: editor,
  });
  for (let time = 0; time < 3; time++) await visitDesk({ versionId: id, revision: 2, personId: ann.id });
  expect(await comparisonsOf(id, ann.id)).toEqual(["seen 1", "sent 1"]);
  expect(await comparisonsOf(id, editor.id)).toEqual(["sent 1"]);
});

test("after changes were asked for, an editor who had it open never or before can be shown what was made of them", async () => {
  const { id, author, editor } = await aVersion("in_review");
  const [ann, ben] = [await aPerson("editor"), await aPerson("editor")];
  await saveRevision({ id, basedOn: 1, answers: await answersOf(id, { impact: "Use grew." }), actor: editor });
  for (const personId of [editor.id, ann.id]) await visitDesk({ versionId: id, revision: 2, personId });
  const move = { id, reason: "Say how many.", now: at(1) };
  await moveVersion({ ...move, basedOn: 2, move: "requestChanges", actor: editor });
  await saveRevision({ id, basedOn: 2, answers: await answersOf(id, { impact: "Use grew by 310." }), actor: author });
  await moveVersion({ ...move, basedOn: 3, move: "submit", actor: author, reason: "", now: at(2) });

  await visitDesk({ versionId: id, revision: 3, personId: editor.id });
  expect(await comparisonsOf(id, editor.id)).toEqual(["seen 2"]);
  for (const { id: personId } of [ann, ben].toReversed()) {
    await visitDesk({ versionId: id, revision: 3, personId });
    expect(await comparisonsOf(id, personId)).toEqual([personId === ben.id ? "asked 2" : "seen 2"]);
  }
});

test("the reason shown is the last that an editor gave for a move, whatever was said to others since", async () => {
  const { id, author, editor } = await aVersion("in_review");
  const given = async () => (await findDesk(id))?.given;
  const move = { id, basedOn: 1, reason: "Say how many.", now: at(1) };
  await moveVersion({ ...move, move: "requestChanges", actor: editor });
  const asked = { kind: "requestChanges", reason: "Say how many.", at: at(1), by: { id: editor.id } };
  expect(await given()).toMatchObject(asked);
  await moveVersion({ ...move, move: "submit", actor: author, reason: "", now: at(2) });
  await moveVersion({ ...move, move: "take", actor: editor, reason: "", now: at(3) });
  expect(await given()).toMatchObject(asked);
  const checker = { name: "Dr Price", email: "price@kent.example", note: "Are the 410 and 494 right?" };
  expect(await askFactCheck({ versionId: id, basedOn: 1, ...checker, actor: editor, now: at(4) })).toMatchObject({
    ok: true,
  });
  expect(await given()).toMatchObject(asked);
});

test("what the rules suspect is no reason that an editor gave", async () => {
  const { id } = await aVersion("submitted");
  await moveVersion({ id, basedOn: 1, move: "hold", actor: { kind: "rules" }, reason: "Many links" });
  expect((await findDesk(id))?.given).toBeNull();
});

test("a next version can be compared with what is published", async () => {
  const { caseStudyId, editor } = await aVersion("published");
  const started = await startNextVersion({ caseStudyId, actor: editor });
  if (!started.ok) throw new Error(started.reason);
  expect(await comparisonsOf(started.value.versionId, editor.id)).toEqual(["published 1"]);
});

test("two windows opened at once by one editor leave one visit", async () => {
  const { id } = await aVersion("in_review");
  const ann = await aPerson("editor");
  await Promise.all(Array.from({ length: 10 }, () => visitDesk({ versionId: id, revision: 1, personId: ann.id })));
  expect(await listVisitors(id, "00000000-0000-4000-8000-000000000000", new Date(0))).toHaveLength(1);
});
