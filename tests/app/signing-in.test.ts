import { afterEach, expect, test, vi } from "vitest";
import { POST } from "#app/(account)/sign-in/send/route.ts";
import { askToSignIn } from "#lib/commands/people/ask-to-sign-in.ts";
import { spendSignInLink } from "#lib/commands/people/spend-sign-in-link.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { db } from "#lib/data/db.ts";
import { limitWords } from "#lib/domain/abuse/limits.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";

afterEach(() => void vi.useRealTimers());
const minute = 60_000;

/** Sends what is owed to somebody. @returns the links that the letters carry */
async function linksSentTo(toId: string): Promise<string[]> {
  const owed = await db.letter.findMany({
    where: { toId, kind: "signIn", sentAt: null },
    orderBy: { queuedAt: "asc" },
  });
  const links: string[] = [];
  for (const { id } of owed) {
    const letter = await findLetter(id);
    const words = letter && JSON.stringify(await writeLetter(letter));
    links.push(/\/sign-in\/([\w-]{43})/.exec(words ?? "")?.[1] ?? "");
    await db.letter.update({ where: { id }, data: { sentAt: new Date() } });
  }
  return links;
}

test("a thousand tries on one editor's account are slowed down in plain words, and the editor signs in from elsewhere (V6.1.1, V6.3.1)", async () => {
  const editor = await aPerson("editor");
  const email = await emailOf(editor.id);
  const tries = await Promise.all(Array.from({ length: 1000 }, () => POST(posted({ email }, "203.0.113.7"))));
  expect(tries.filter(({ status }) => status === 303)).toHaveLength(40);
  const refused = tries.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(960);
  const name = refused[0]?.headers.get("x-limit") ?? "";
  expect(limitWords(name, 60, new Date())).toMatch(/^No more than 40 e-mails can be asked for in an hour/);

  await db.letter.deleteMany({ where: { toId: editor.id } });
  expect((await POST(posted({ email }, "198.51.100.4"))).headers.get("location")).toBe("/sign-in?sent");
  const [link = ""] = await linksSentTo(editor.id);
  expect(await spendSignInLink({ token: link })).toMatchObject({ ok: true });
}, 60_000);

test("whoever asks from everywhere sends few letters, and leaves the editor with one that works at any moment", async () => {
  const editor = await aPerson("editor");
  const email = await emailOf(editor.id);
  const start = Date.now();
  const sent: { at: number; link: string }[] = [];
  for (let at = 0; at <= 30; at += 3) {
    vi.useFakeTimers({ now: start + at * minute, toFake: ["Date"] });
    for (let from = 0; from < 15; from++) {
      await askToSignIn({ email, address: `203.0.${at}.${from}` });
      for (const link of await linksSentTo(editor.id)) sent.push({ at, link });
    }
    const works = await Promise.all(sent.map(({ link }) => isAlive(link)));
    expect(works, `after ${at} minutes`).toContain(true);
  }
  expect(sent.length).toBeLessThanOrEqual(4 * 12);
}, 60_000);

async function isAlive(token: string): Promise<boolean> {
  const { findLink } = await import("#lib/data/submissions/links.ts");
  return Boolean(await findLink(token, "signIn", new Date()));
}

test("an editor's address and a strange one are answered alike, neither sooner than the other could be", async () => {
  for (const email of [await emailOf((await aPerson("editor")).id), "nobody@nowhere.example"]) {
    const started = performance.now();
    const { status, headers } = await POST(posted({ email }, "192.0.2.1"));
    expect([status, headers.get("location")]).toEqual([303, "/sign-in?sent"]);
    // A letter to somebody is owed long before that.
    expect(performance.now() - started).toBeGreaterThan(195);
  }
});
