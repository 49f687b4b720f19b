import { afterEach, describe, expect, test, vi } from "vitest";
import { cookieOf } from "#tests/support/sessions.ts";
import { aPerson } from "#tests/support/people.ts";
import { signIn, useCookie } from "#tests/support/signed-in.ts";
import { findVisitor } from "#lib/auth/visitor.ts";
import { db } from "#lib/data/db.ts";

afterEach(() => void vi.useRealTimers());
const hour = 60 * 60 * 1000;
const start = Date.now();

/** Whether somebody asks with success so many hours after this began. */
async function isIn(hours: number): Promise<boolean> {
  vi.useFakeTimers({ now: start + hours * hour, toFake: ["Date"] });
  return (await findVisitor()) !== null;
}

describe("a session", () => {
  test("ends when nothing was done in it for twelve hours, and not before (V7.3.1)", async () => {
    vi.useFakeTimers({ now: start, toFake: ["Date"] });
    await signIn(await aPerson("editor"));
    for (const hours of [11.9, 23.7, 35.5]) expect(await isIn(hours), `after ${hours} hours`).toBe(true);
    expect(await isIn(35.5 + 12.1)).toBe(false);
    expect(await isIn(35.5 + 12.2)).toBe(false);
  });

  test("ends after seven days, however busy it was (V7.3.2)", async () => {
    vi.useFakeTimers({ now: start, toFake: ["Date"] });
    await signIn(await aPerson("editor"));
    for (let hours = 10; hours < 7 * 24; hours += 10) expect(await isIn(hours), `after ${hours} hours`).toBe(true);
    expect(await isIn(7 * 24 - 0.1)).toBe(true);
    expect(await isIn(7 * 24 + 0.1)).toBe(false);
  });

  test("has a number of its own that nobody guesses, and what is kept of it opens nothing by itself (V7.2.3)", async () => {
    const { id } = await aPerson("editor");
    const cookies = [await cookieOf(id), await cookieOf(id)];
    const kept = await db.session.findMany({ where: { userId: id } });
    expect(new Set(kept.map(({ token }) => token)).size).toBe(2);
    for (const { token } of kept) expect(token).toMatch(/^[A-Za-z0-9]{32,}$/);

    useCookie(cookies[0] ?? "");
    expect(await findVisitor()).not.toBeNull();
    const [name] = (cookies[0] ?? "").split("=", 1);
    for (const { token } of kept)
      for (const forged of [token, `${token}.`, `${token}.${"A".repeat(43)}%3D`]) {
        useCookie(`${name}=${forged}`);
        expect(await findVisitor(), forged).toBeNull();
      }
  });
});
