import { expect, test } from "vitest";
import { POST as renewDraft } from "#app/(contributor)/submit/[draft]/renew/route.ts";
import { POST as renewTrack } from "#app/(contributor)/track/[token]/renew/route.ts";
import { renewLinks } from "#lib/commands/contributors/renew-links.ts";
import { db } from "#lib/data/db.ts";
import { spend } from "#lib/data/limits.ts";
import { findDraft, findTrackToken } from "#lib/data/submissions/drafts.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { limits } from "#lib/domain/abuse/limits.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

async function aLinkedVersion() {
  const { id: versionId } = await aVersion("in_review");
  const link = async (purpose: "draft" | "track") =>
    (await createLink(db, { purpose, versionId, now: new Date() })).token;
  return { versionId, draft: await link("draft"), track: await link("track"), older: await link("draft") };
}

test("a new link to a draft opens it, every older one to it or its progress opens nothing, and the browser follows", async () => {
  const { versionId, draft, track, older } = await aLinkedVersion();
  const answer = await renewDraft(posted({}), { params: Promise.resolve({ draft }) });
  const token = /^\/submit\/([\w-]{43})\?renewed$/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
  expect((await findDraft(token))?.versionId).toBe(versionId);
  expect(answer.headers.get("set-cookie")).toContain(`draft=${token};`);
  expect([await findDraft(draft), await findDraft(older), await findTracked(track)]).toEqual([null, null, null]);
  expect((await findTracked((await findTrackToken(versionId)) ?? ""))?.versionId).toBe(versionId);
});

test("a new link to its progress does the same; one that opens nothing, or something else, makes none", async () => {
  const { draft, track } = await aLinkedVersion();
  const ask = async (token: string) =>
    (await renewTrack(posted({}), { params: Promise.resolve({ token }) })).headers.get("location") ?? "";
  const links = await db.link.count();
  for (const wrong of [draft, "x".repeat(43), "x"]) expect(await ask(wrong)).toBe(`/track/${wrong}`);
  expect(await db.link.count()).toBe(links);
  expect(await ask(track)).toMatch(/^\/track\/[\w-]{43}\?renewed$/);
  expect([await findDraft(draft), await findTracked(track)]).toEqual([null, null]);
});

test("one form sent twenty times at once makes one, which all are led to, a minute later too", async () => {
  const { track } = await aLinkedVersion();
  const form = { token: track, purpose: "track", key: crypto.randomUUID() } as const;
  const answers = await Promise.all(Array.from({ length: 20 }, () => renewLinks(form)));
  expect(new Set(answers.map((answer) => answer.ok && answer.value)).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await renewLinks({ ...form, now: new Date(Date.now() + 60_000) })).toEqual(answers[0]);
});

test("whoever else has the old link is led nowhere, however soon they press", async () => {
  const { draft, track } = await aLinkedVersion();
  const key = crypto.randomUUID();
  expect(await renewLinks({ token: draft, purpose: "draft", key })).toMatchObject({ ok: true });
  for (const other of [crypto.randomUUID(), "", undefined]) {
    for (const [token, purpose] of [
      [draft, "draft"],
      [track, "track"],
    ] as const)
      expect(await renewLinks({ token, purpose, ...(other !== undefined && { key: other }) })).toMatchObject({
        ok: false,
      });
  }
  expect(await renewLinks({ token: track, purpose: "track", key })).toMatchObject({ ok: false });
  const answer = await renewDraft(posted({ key: crypto.randomUUID() }), { params: Promise.resolve({ draft }) });
  expect(answer.headers.get("location")).toBe(`/submit/${draft}`);
});

test("making new links counts as a save does, and is refused once there were too many", async () => {
  const { versionId, draft, track } = await aLinkedVersion();
  const perDraft = limits.find(({ name }) => name === "saves-draft")?.points ?? 0;
  expect(await spend("revision", { draft: versionId }, perDraft)).toMatchObject({ ok: true });
  const answers = [
    await renewDraft(posted({}), { params: Promise.resolve({ draft }) }),
    await renewTrack(posted({}), { params: Promise.resolve({ token: track }) }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([429, 429]);
  expect((await findDraft(draft))?.versionId).toBe(versionId);
});
