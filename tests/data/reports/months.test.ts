import { beforeEach, describe, expect, test } from "vitest";
import { noteUsualDays } from "#lib/commands/directory/note-usual-days.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { listMonths } from "#lib/data/reports/months.ts";
import { emptyDirectory } from "#tests/support/empty-directory.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;

/** Sent at a moment and decided so many days later. */
async function decided(sent: Date, days: number, move: "publish" | "decline") {
  const { id, editor } = await aVersion(move === "publish" ? "accepted" : "in_review", {}, sent);
  const now = new Date(sent.getTime() + days * day);
  await moveVersion({ id, basedOn: 1, move, actor: editor, reason: "Because", now });
  return { id, editor };
}

const monthOf = async (now: Date, month: string) => (await listMonths(now)).find((one) => one.month === month);

beforeEach(() => emptyDirectory());

describe("the report by month", () => {
  test("of an empty directory has its twenty-four months, all without anything", async () => {
    const months = await listMonths(new Date("2026-02-10T12:00:00Z"));
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([24, "2024-03", "2026-02"]);
    const nothing = { sent: 0, published: 0, decisions: 0, median: null, ninetieth: null };
    for (const month of months) expect(month).toMatchObject(nothing);
  });

  test("counts what was sent and published by London’s calendar, over changed clocks and the end of a year", async () => {
    // A quarter past midnight in London, on the first of a month.
    await aVersion("submitted", {}, new Date("2025-03-31T23:15:00Z"));
    await aVersion("submitted", {}, new Date("2025-10-31T23:15:00Z"));
    await decided(new Date("2025-12-31T23:59:00Z"), 1, "publish");
    const now = new Date("2026-02-10T12:00:00Z");
    expect(await monthOf(now, "2025-03")).toMatchObject({ sent: 0 });
    expect(await monthOf(now, "2025-04")).toMatchObject({ sent: 1 });
    expect(await monthOf(now, "2025-10")).toMatchObject({ sent: 1 });
    expect(await monthOf(now, "2025-12")).toMatchObject({ sent: 1, published: 0, decisions: 0, median: null });
    expect(await monthOf(now, "2026-01")).toMatchObject({ sent: 0, published: 1, decisions: 1, median: 1 });
  });

  test("says within how many days half and nine in ten were decided, whichever way, as councils are told", async () => {
    const sent = new Date("2025-05-01T09:00:00Z");
    for (const days of [2, 5, 20]) await decided(sent, days, "publish");
    for (const days of [4, 10]) await decided(sent, days, "decline");
    const now = new Date("2025-05-28T12:00:00Z");
    expect(await monthOf(now, "2025-05")).toMatchObject({
      sent: 5,
      published: 3,
      decisions: 5,
      median: 5,
      ninetieth: 16,
    });
    expect(await noteUsualDays(now)).toBe(5);
  });

  test("counts a version once: sent again after changes, it was sent when it was first sent", async () => {
    const sent = new Date("2025-01-20T09:00:00Z");
    const { id, author, editor } = await aVersion("in_review", {}, sent);
    const move = { id, basedOn: 1, reason: "Say more" } as const;
    await moveVersion({ ...move, move: "requestChanges", actor: editor, now: new Date("2025-02-01T09:00:00Z") });
    await moveVersion({ ...move, move: "submit", actor: author, now: new Date("2025-02-20T09:00:00Z") });
    await moveVersion({ ...move, move: "decline", actor: editor, now: new Date("2025-03-01T09:00:00Z") });
    const now = new Date("2025-03-10T12:00:00Z");
    expect(await monthOf(now, "2025-01")).toMatchObject({ sent: 1, decisions: 0 });
    expect(await monthOf(now, "2025-02")).toMatchObject({ sent: 0 });
    expect(await monthOf(now, "2025-03")).toMatchObject({ decisions: 1, median: 40, ninetieth: 40 });
    // What was sent more than a year before it was decided is a decision too.
    expect(await noteUsualDays(now)).toBe(40);
  });

  test("leaves out what is still to come", async () => {
    await decided(new Date("2025-05-01T09:00:00Z"), 10, "publish");
    expect(await monthOf(new Date("2025-05-05T12:00:00Z"), "2025-05")).toMatchObject({
      sent: 1,
      published: 0,
      decisions: 0,
    });
  });
});
