import { signIn } from "#tests/support/signed-in.ts";
import { beforeAll, expect, test } from "vitest";
import ReviewPage from "#app/(editorial)/editor/review/[id]/page.tsx";
import { visitDesk } from "#lib/commands/review/visit-desk.ts";
import { deactivatePerson } from "#lib/commands/staff/deactivate-person.ts";
import { listLastEvents } from "#lib/data/review/queue/last-events.ts";
import { wordsOn } from "#tests/support/drawn.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

let administrator: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => signIn((administrator = await aPerson("administrator"))));

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
