import { expect, test } from "vitest";
import { POST as renewDraft } from "#app/(contributor)/submit/[draft]/renew/route.ts";
import { POST as renewTrack } from "#app/(contributor)/track/[token]/renew/route.ts";
import { renewLinks } from "#lib/commands/contributors/renew-links.ts";
import { db } from "#lib/data/db.ts";
import { findDraft, findTrackToken } from "#lib/data/submissions/drafts.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
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

test("pressed twenty times at once it makes one, which all are led to, and a minute later nobody is", async () => {
  const { track } = await aLinkedVersion();
  const answers = await Promise.all(Array.from({ length: 20 }, () => renewLinks({ token: track, purpose: "track" })));
  expect(new Set(answers.map((answer) => answer.ok && answer.value)).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  const now = new Date(Date.now() + 60_000);
  expect(await renewLinks({ token: track, purpose: "track", now })).toEqual({ ok: false, reason: "not-found" });
});
