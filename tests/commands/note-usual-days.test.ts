import { beforeEach, expect, test } from "vitest";
import { noteUsualDays } from "#lib/commands/directory/note-usual-days.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { getUsualDays } from "#lib/data/usual-days.ts";
import { generation } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.parse("2024-03-01T09:00:00Z");
const on = (days: number) => new Date(start + days * day);

/** Sent on the first day and decided so many days later. */
async function decidedAfter(days: number, move: "publish" | "decline") {
  const { id, editor } = await aVersion(move === "publish" ? "accepted" : "in_review", {}, on(0));
  await moveVersion({ id, basedOn: 1, move, actor: editor, reason: "Because", now: on(days) });
}

beforeEach(() => noteUsualDays(new Date("2000-01-01")));

test("half of all decisions are made within the usual days, whichever way they went", async () => {
  for (const days of [2, 5, 30]) await decidedAfter(days, "publish");
  for (const days of [4, 40]) await decidedAfter(days, "decline");
  await aVersion("submitted", {}, on(1));

  expect(await noteUsualDays(on(60))).toBe(5);
  expect(await getUsualDays()).toBe(5);
});

test("what was decided over a year ago no longer counts, and then nothing is said", async () => {
  expect(await noteUsualDays(on(500))).toBeNull();
  expect(await getUsualDays()).toBeNull();
});

test("readers’ pages are made anew only when the number is another", async () => {
  await noteUsualDays(on(60));
  const before = await generation();
  await noteUsualDays(on(61));
  expect(await generation()).toBe(before);
  await noteUsualDays(on(500));
  expect(await generation()).toBeGreaterThan(before);
});
