import { describe, expect, test } from "vitest";
import { isTooQuick, suspicionOf } from "#lib/domain/abuse/suspicion.ts";

const sentAt = new Date("2026-03-04T05:06:07Z");
const shown = (msBefore: number) => ({ trap: "", shownAt: new Date(sentAt.getTime() - msBefore), sentAt });

describe("a form filled in", () => {
  test.each([
    [0, true],
    [1999, true],
    [2000, false],
    [90 * 86_400_000, false],
    [-60_000, true],
  ])("%i milliseconds after it was shown is too quick: %s", (msBefore, quick) => {
    expect(isTooQuick(shown(msBefore))).toBe(quick);
    expect(suspicionOf(shown(msBefore))).toBe("");
  });

  test("that was never shown is not too quick but suspect", () => {
    const filling = { trap: "", shownAt: null, sentAt };
    expect(isTooQuick(filling)).toBe(false);
    expect(suspicionOf(filling)).toMatch(/^It was not started from the form/);
  });

  test("where nobody sees a field is suspect, whenever it was shown", () => {
    expect(suspicionOf({ ...shown(60_000), trap: "Cheap pills" })).toMatch(/^The field that people do not see/);
    expect(suspicionOf({ trap: "x", shownAt: null, sentAt })).toMatch(/^The field that people do not see/);
  });
});
