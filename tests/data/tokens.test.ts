import { expect, test, vi } from "vitest";
import { library } from "#lib/auth/library.ts";
import { db } from "#lib/data/db.ts";
import { createLink, hashOf } from "#lib/data/submissions/links.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf } from "#tests/support/sessions.ts";

test("each session has a token of its own, of 32 letters and digits and signed (V7.2.2, V7.2.3)", async () => {
  const { id } = await aPerson("editor");
  const cookies = [await cookieOf(id), await cookieOf(id), await cookieOf(id)].map(decodeURIComponent);
  const tokens = (await db.session.findMany({ where: { userId: id } })).map(({ token }) => token);
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) {
    // 190 bits.
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(cookies.some((cookie) => new RegExp(`=${token}\\.[\\w+/]{43}=$`).test(cookie))).toBe(true);
  }
});

test("a secret address has 256 bits, of which only a hash is kept (V11.5.1)", async () => {
  const made = await Promise.all([1, 2, 3].map(() => createLink(db, { purpose: "draft", now: new Date() })));
  expect(new Set(made.map(({ token }) => token)).size).toBe(3);
  for (const { id, token } of made) {
    expect(token).toMatch(/^[\w-]{43}$/);
    const row = await db.link.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.tokenHash).equals(hashOf(token))).toBe(true);
    expect(JSON.stringify(row)).not.toContain(token);
  }
});

test("what the authentication library complains of goes to the log alone", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { logger } = await library().$context;
  logger.error("a token that nobody signed");
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});
