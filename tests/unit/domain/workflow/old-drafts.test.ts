import { describe, expect, test } from "vitest";
import { deletionDay, isDeletionDue, isReminderDue } from "#lib/domain/workflow/old-drafts.ts";

const days = { reminder: 76, deletion: 90 };
const touchedAt = new Date("2026-01-01T00:00:00Z");
const after = (count: number) => new Date(touchedAt.getTime() + count * 24 * 60 * 60 * 1000);
const draft = (
  remindedAfter: number | null,
  authorId: string | null = "somebody",
  reachedAfter: number | null = remindedAfter,
) => ({
  authorId,
  touchedAt,
  remindedAt: remindedAfter === null ? null : after(remindedAfter),
  reachedAt: reachedAfter === null ? null : after(reachedAfter),
});

describe("the letter", () => {
  test.each<[string, ReturnType<typeof draft>, number, boolean]>([
    ["not a day early", draft(null), 75, false],
    ["on the day", draft(null), 76, true],
    ["late, after a pause", draft(null), 400, true],
    ["not twice in one silence", draft(76), 80, false],
    ["again when the last one was about an earlier silence", draft(-5), 76, true],
    ["to nobody, where there is no author", draft(null, null), 80, false],
  ])("is due %s", (_, silent, day, due) => expect(isReminderDue(silent, days, after(day))).toBe(due));
});

describe("the draft", () => {
  test.each<[string, ReturnType<typeof draft>, number, boolean]>([
    ["is kept the day before", draft(76), 89, false],
    ["goes on the day", draft(76), 90, true],
    ["is kept while its author has not been written to", draft(null), 400, false],
    ["is kept when the last letter was about an earlier silence", draft(-5), 400, false],
    ["is kept for a fortnight after a late letter", draft(100), 113, false],
    ["goes a fortnight after a late letter", draft(100), 114, true],
    ["is kept while its letter waits", draft(76, "somebody", null), 400, false],
    ["is kept for a fortnight after a letter that left late", draft(76, "somebody", 100), 113, false],
    ["goes a fortnight after a letter that left late", draft(76, "somebody", 100), 114, true],
    ["without an author is kept the day before", draft(null, null), 89, false],
    ["without an author goes on the day", draft(null, null), 90, true],
  ])("%s", (_, silent, day, due) => expect(isDeletionDue(silent, days, after(day))).toBe(due));

  test("goes on the day its letter gives", () => {
    expect([deletionDay(touchedAt, after(76), days), deletionDay(touchedAt, after(100), days)]).toEqual([
      after(90),
      after(114),
    ]);
  });
});
