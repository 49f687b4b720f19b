import { signIn } from "#tests/support/signed-in.ts";
import { beforeAll, expect, test } from "vitest";
import MovePage from "#app/(editorial)/editor/review/[id]/move/[move]/page.tsx";
import TaskListPage from "#app/(contributor)/submit/[draft]/page.tsx";
import ReviewPage from "#app/(editorial)/editor/review/[id]/page.tsx";
import { visitDesk } from "#lib/commands/review/visit-desk.ts";
import { deactivatePerson } from "#lib/commands/staff/deactivate-person.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import EditPage from "#app/(editorial)/editor/review/[id]/edit/[section]/page.tsx";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { paths } from "#lib/http/paths.ts";
import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import { listLastEvents } from "#lib/data/review/queue/last-events.ts";
import { db } from "#lib/data/db.ts";
import { drawn, wordsOn } from "#tests/support/drawn.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

let administrator: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => signIn((administrator = await aPerson("administrator"))));

const nothing = Promise.resolve({});
const desk = (id: string, searchParams: Record<string, string> = {}) =>
  ReviewPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(searchParams) });

test("what an editor had when they were deactivated is with nobody, as the queue has it", async () => {
  const { id, editor } = await aVersion("accepted");
  expect(await wordsOn(desk(id))).toContain("Accepted, with A editor\n");
  await deactivatePerson({ personId: editor.id, actor: administrator });
  expect(await wordsOn(desk(id))).toContain("Accepted, with nobody (A editor had it)\n");
  expect((await listLastEvents([id])).get(id)?.editor).toBe("");
});

test("whoever else opened it within a quarter of an hour is named, and nobody who did before", async () => {
  const { id } = await aVersion("in_review");
  const [ann, ben] = [await aPerson("editor"), await aPerson("editor")];
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await visitDesk({ versionId: id, revision: 1, personId: ben.id, now: minutesAgo(16) });
  expect(await wordsOn(desk(id))).not.toContain("Also opened by");
  await visitDesk({ versionId: id, revision: 1, personId: ann.id, now: minutesAgo(14) });
  expect(await wordsOn(desk(id))).toMatch(/Also opened by A editor \(\d+:\d\d[^)]*\)\n/);
});

test("nobody accepts a text that was changed since they had it open, until they have seen what changed", async () => {
  const { id, editor } = await aVersion("in_review");
  const move = (to: string, attempt?: string) =>
    MovePage({ params: Promise.resolve({ id, move: to }), searchParams: Promise.resolve(attempt ? { attempt } : {}) });
  const accept = () => move("accept");
  await drawn(desk(id));
  expect(await drawn(accept())).toMatch(/name="basedOn" value="1"/);

  const answers = await answersOf(id, { impact: "Use grew, and then fell." });
  await saveRevision({ id, basedOn: 1, answers, actor: editor });
  const refused = await drawn(accept());
  expect(refused).toContain("The text has been changed since you opened it. Nothing was done.");
  expect(refused).toContain("It was saved by A editor");
  expect(refused).not.toMatch(/<form|go on from here/);
  const kept = { typed: { reason: "The figures are checked." }, errors: {} };
  const attempt = await keepAttempt(paths.reviewMove(id, "requestChanges"), kept);
  const [, goOn = ""] =
    /\?attempt=([\w-]+)"[^>]*>go on from here/.exec(await drawn(move("requestChanges", attempt))) ?? [];

  const [, changes = ""] = /\?changes=(\w+)#changes/.exec(refused) ?? [];
  expect(await wordsOn(desk(id, { changes }))).toContain("and then fell");
  expect(await drawn(accept())).toMatch(/name="basedOn" value="2"/);
  expect(await drawn(move("requestChanges", goOn))).toMatch(/name="basedOn" value="2".*The figures are checked\./s);
});

test("what cannot be published any more says why, and where that can be put right", async () => {
  const reviewed = await aVersion("in_review", { topics: ["air-quality", "arts"] });
  const scheduled = await aVersion("scheduled", { topics: ["air-quality"] });
  expect(await drawn(desk(scheduled.id))).not.toContain("It cannot be published as it is");
  await db.topic.update({ where: { id: "air-quality" }, data: { retiredAt: new Date() } });

  expect(await drawn(desk(reviewed.id))).toMatch(
    /It cannot be published as it is.*href="\/editor\/review\/[\w-]+\/edit\/about#topics">“Air quality” is not offered any more\. Choose another</s,
  );
  expect(
    await drawn(EditPage({ params: Promise.resolve({ id: reviewed.id, section: "about" }), searchParams: nothing })),
  ).toMatch(/role="alert".*href="#topics"[^>]*>“Air quality” is not offered any more/s);
  const words = await wordsOn(desk(scheduled.id));
  expect(words).toMatch(
    /It cannot be published as it is\s*“Air quality” is not offered any more[^]*Open it again to correct it\./,
  );
});

test("a text that would take back what was published after it had begun says so, to its author as well", async () => {
  const published = await aVersion("published", { council: "dorset" });
  const { caseStudyId, editor } = published;
  const begun = await startNextVersion({ caseStudyId, actor: editor });
  const id = begun.ok ? begun.value.versionId : "";
  const token = (await findDraftToken(id)) ?? "";
  const draft = () => TaskListPage({ params: Promise.resolve({ draft: token }), searchParams: Promise.resolve({}) });
  const notice = "Its page has changed since this was begun";
  expect(await wordsOn(draft())).not.toContain(notice);

  await aNextVersion(published, "published");
  expect(await wordsOn(draft())).toContain(notice);
  await moveVersion({ id, basedOn: 1, move: "submit", actor: editor });
  expect(await drawn(desk(id))).toMatch(new RegExp(`${notice}.*\\?changes=published#changes`, "s"));
  expect(await wordsOn(desk(published.id))).not.toContain(notice);
  await moveVersion({ id, basedOn: 1, move: "take", actor: administrator });
  const accept = MovePage({ params: Promise.resolve({ id, move: "accept" }), searchParams: nothing });
  expect(await wordsOn(accept)).toContain(notice);
});

test("what was not published at its time is no longer said to be going to be", async () => {
  const { id } = await aVersion("scheduled");
  expect(await wordsOn(desk(id))).toMatch(/To be published\s*\d/);
  await db.version.update({ where: { id }, data: { publishAt: new Date(Date.now() - 600_000) } });
  expect(await wordsOn(desk(id))).toMatch(/Was to be published\s*\d/);
});
