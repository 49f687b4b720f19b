import { expect, test } from "vitest";
import { visitDesk } from "#lib/commands/review/visit-desk.ts";
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
