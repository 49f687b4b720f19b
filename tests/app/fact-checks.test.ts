import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as answer } from "#app/(contributor)/fact-check/[token]/answer/route.ts";
import { POST as ask } from "#app/(editorial)/editor/review/[id]/fact-check/ask/route.ts";
import { POST as revoke } from "#app/(editorial)/editor/review/[id]/fact-check/[check]/revoke/route.ts";
import { library } from "#lib/auth/library.ts";
import { db } from "#lib/data/db.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { paths } from "#lib/http/paths.ts";
import { aFactCheck } from "#tests/support/fact-checks.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

// What the framework knows of a request only inside a running site.
const request = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(request) }));

let version: AVersion;

beforeEach(async () => {
  version = await aVersion("in_review");
  request.cookie = await cookieOf(version.editor.id);
});

async function cookieOf(personId: string): Promise<string> {
  const body = { personId, secondFactorAt: new Date() };
  const { headers } = await library().api.startSession({ body, returnHeaders: true });
  return headers.getSetCookie().join("; ");
}

const placeOf = (response: Response) => response.headers.get("location") ?? "";
const countAsked = () => db.factCheck.count({ where: { versionId: version.id } });

describe("somebody outside", () => {
  const send = (token: string, fields: Record<string, string>) =>
    answer(posted(fields), { params: Promise.resolve({ token }) }).then(placeOf);
  const attemptOf = (place: string, token: string) =>
    findAttempt(place.split("attempt=")[1] ?? "", paths.factCheck(token));

  test("answers, and the same form again changes nothing", async () => {
    const { token, row } = await aFactCheck(version);
    const form = { verdict: "wrong", "on-impact": "It was 2023.", "on-lessons": "", "on-nowhere": "x" };
    expect(await send(token, form)).toBe(paths.factCheck(token));
    const kept = await row();
    expect(kept.answer).toEqual({ verdict: "wrong", remarks: { impact: "It was 2023." } });
    expect(await send(token, form)).toBe(paths.factCheck(token));
    expect(await row()).toEqual(kept);
  });

  test.each([
    ["nothing chosen", { "on-impact": "It was 2023." }, { verdict: /^Choose/ }],
    ["no such answer", { verdict: "constructor", "on-impact": "It was 2023." }, { verdict: /^Choose/ }],
    ["changes asked for, and none named", { verdict: "wrong", "on-impact": " " }, { "on-about": /^Say beside/ }],
    [
      "more than fits",
      { verdict: "right", "on-impact": "x".repeat(2001) },
      { "on-impact": /^Your comment on “The impact” must be 2,000/ },
    ],
  ])("gets everything back that was typed: %s", async (_, form, errors) => {
    const { token, row } = await aFactCheck(version);
    const attempt = await attemptOf(await send(token, form), token);
    expect(attempt?.errors).toEqual(
      Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, expect.stringMatching(words)])),
    );
    expect(attempt?.typed["remarks"]).toMatchObject({ impact: form["on-impact"].trim() });
    expect((await row()).answeredAt).toBeNull();
  });

  test("who comes too late has their words kept, under an address that opens nothing", async () => {
    const { token, id } = await aFactCheck(version);
    await db.factCheck.update({ where: { id }, data: { expiresAt: new Date(0) } });
    const place = await send(token, { verdict: "wrong", "on-impact": "It was 2023." });
    expect((await attemptOf(place, token))?.typed["remarks"]).toMatchObject({ impact: "It was 2023." });
    expect(JSON.stringify(await db.attempt.findMany())).not.toContain(token);
  });

  test("with a link that is none is told so, and nothing is kept", async () => {
    const before = await db.attempt.count();
    expect(await send("x".repeat(43), { verdict: "right" })).toBe(paths.factCheck("x".repeat(43)));
    expect(await db.attempt.count()).toBe(before);
  });
});

describe("an editor", () => {
  const asked = { "checker-name": "Priya Nair", "checker-email": "p.nair@kent.example", "checker-note": "The year?" };
  const send = (fields: Record<string, string>) =>
    ask(posted({ basedOn: "1", ...fields }), { params: Promise.resolve({ id: version.id }) }).then(placeOf);

  test("asks from the desk, and takes it back", async () => {
    const place = await send(asked);
    const check = await db.factCheck.findFirstOrThrow({ where: { versionId: version.id }, include: { contact: true } });
    expect(place).toBe(`${paths.review(version.id)}?fact-check-asked=${check.id}#fact-check`);
    expect(check.contact).toMatchObject({ name: "Priya Nair", email: "p.nair@kent.example" });
    const params = Promise.resolve({ id: version.id, check: check.id });
    expect(placeOf(await revoke(posted({}), { params }))).toBe(`${paths.review(version.id)}#fact-check`);
    expect(await db.factCheck.findUnique({ where: { id: check.id } })).toMatchObject({ revokedAt: expect.any(Date) });
  });

  test.each([
    ["nobody named", { "checker-name": " " }, ["checker-name"]],
    ["no address", { "checker-email": "" }, ["checker-email"]],
    ["an address that is none", { "checker-email": "p.nair" }, ["checker-email"]],
    ["older words", { basedOn: "0" }, ["ask-fact-check"]],
  ])("gets back what was typed: %s", async (_, changes, fields) => {
    const place = await send({ ...asked, ...changes });
    const id = /\?fact-check=([\w-]{36})$/.exec(place)?.[1] ?? "";
    const attempt = await findAttempt(id, paths.reviewFactChecks(version.id));
    expect(Object.keys(attempt?.errors ?? {})).toEqual(fields);
    expect(attempt?.typed["checker-note"]).toBe("The year?");
    expect(await countAsked()).toBe(0);
  });

  test("is asked for before anything is read", async () => {
    const check = await aFactCheck(version);
    const before = await check.row();
    for (const cookie of ["", await cookieOf(version.author.id)]) {
      request.cookie = cookie;
      await expect(send(asked)).rejects.toThrow();
      const params = Promise.resolve({ id: version.id, check: check.id });
      await expect(revoke(posted({}), { params })).rejects.toThrow();
    }
    expect(await countAsked()).toBe(1);
    expect(await check.row()).toEqual(before);
  });
});
