import { describe, expect, test } from "vitest";
import { limits, limitWords } from "#lib/domain/abuse/limits.ts";

const hour = 3600;
const now = new Date("2026-07-01T12:34:20Z");

describe("the limits", () => {
  test("are those that were agreed (V2.3.2)", () => {
    expect(limits.map(({ on, per, points, seconds }) => `${on} per ${per}: ${points} in ${seconds / hour} h`)).toEqual([
      "start per address: 30 in 1 h",
      "start per address: 100 in 24 h",
      "letter per address: 40 in 1 h",
      "letter per email: 6 in 1 h",
      "list per email: 6 in 1 h",
      `signIn per emailFromAddress: 4 in ${1 / 6} h`,
      `signIn per email: 12 in ${1 / 6} h`,
      "secondFactor per person: 10 in 0.25 h",
      "code per code: 1 in 0.05 h",
      "submit per address: 30 in 1 h",
      "submit per email: 20 in 24 h",
      "suggest per address: 20 in 1 h",
      "report per address: 20 in 1 h",
      "alert per address: 30 in 1 h",
      "alert per email: 10 in 24 h",
      "save per address: 300000 in 24 h",
      "revision per draft: 2000 in 24 h",
      "revision per address: 20000 in 24 h",
      "read per address: 10000 in 1 h",
    ]);
  });

  test("have names of their own, fit for a header and a key", () => {
    expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
    for (const { name } of limits) expect(name).toMatch(/^[a-z-]{3,30}$/);
  });

  test.each(limits)("$name says in plain words what it is and from when it works again", ({ name }) => {
    const words = limitWords(name, 60, now);
    expect(words).toMatch(/^No more than \d+ .+\. It works again from 13:36\.$/);
    expect(words).not.toMatch(/please|sorry|oops|invalid|forbidden|!|undefined|NaN/i);
  });
});

describe("the time said", () => {
  test("is London's, summer and winter", () => {
    expect(limitWords("bytes", 0, new Date("2026-07-01T12:00:00Z"))).toContain("from 13:00.");
    expect(limitWords("bytes", 0, new Date("2026-12-01T12:00:00Z"))).toContain("from 12:00.");
  });

  test("is never too early, and says when it is another day", () => {
    expect(limitWords("drafts-hour", 1, now)).toContain("from 13:35.");
    expect(limitWords("drafts-hour", 41, now)).toContain("from 13:36.");
    expect(limitWords("drafts-day", 23 * hour, now)).toContain("from 12:35 tomorrow.");
    expect(limitWords("drafts-hour", hour, new Date("2026-07-01T22:30:00Z"))).toContain("from 00:30 tomorrow.");
  });

  test("is not made up for a limit there is none of", () => {
    expect(limitWords("nothing", 60, now)).toBeNull();
  });
});
