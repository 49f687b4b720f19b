import { expect, test } from "vitest";
import { POST } from "#app/(contributor)/submit/[draft]/send/route.ts";
import { db } from "#lib/data/db.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

/** Sends a version that an editor asked changes to, with what its author says about them. */
async function answer(reply: string) {
  const version = await aVersion("changes_requested");
  const { id: versionId } = version;
  const { token } = await createLink(db, { purpose: "draft", versionId, now: new Date() });
  const { latestRevision } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  const declared = { accurate: "yes", mayPublish: "yes", licence: "yes" };
  const sent = await POST(posted({ ...declared, basedOn: String(latestRevision), reply }), {
    params: Promise.resolve({ draft: token }),
  });
  const { state } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  return { versionId, state, path: `/submit/${token}/check`, place: sent.headers.get("location") ?? "" };
}

test("what an author answers goes to the editors with the text", async () => {
  const { versionId, state } = await answer("  The cost is not known before April.\r\n");
  expect(state).toBe("submitted");
  const event = await db.event.findFirstOrThrow({ where: { versionId, kind: "submit" }, orderBy: { at: "desc" } });
  expect(event.reason).toBe("The cost is not known before April.");
  const desk = await findDesk(versionId);
  expect(desk?.reply).toEqual({ text: event.reason, at: event.at });
  // It stands beside what the editor asked and not in its place.
  expect(desk?.given?.kind).toBe("requestChanges");
});

test("an answer that is too long sends nothing, and comes back as it was typed", async () => {
  const reply = "a".repeat(5001);
  const { state, path, place } = await answer(reply);
  expect(state).toBe("changes_requested");
  const attempt = await findAttempt(new URL(place, "http://a.example").searchParams.get("attempt") ?? "", path);
  expect(attempt).toMatchObject({ typed: { reply }, errors: { reply: "Use 5,000 characters or fewer" } });
});
