import { beforeEach, expect, test } from "vitest";
import { POST } from "#app/(contributor)/track/[token]/edits/answer/route.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { findShownEdits } from "#lib/data/review/edits.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findTrackToken } from "#lib/data/submissions/drafts.ts";
import { paths } from "#lib/http/paths.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

let version: AVersion;
let token: string;

beforeEach(async () => {
  version = await aVersion("in_review");
  const { id, editor } = version;
  await db.version.update({ where: { id }, data: { showEdits: true } });
  await saveRevision({ id, basedOn: 1, answers: await answersOf(id, { impact: "Use grew." }), actor: editor });
  await moveVersion({ id, basedOn: 2, move: "accept", actor: await aPerson("editor") });
  token = (await findTrackToken(id)) ?? "";
});

async function send(fields: Record<string, string>): Promise<string> {
  const response = await POST(posted({ basedOn: "2", ...fields }), { params: Promise.resolve({ token }) });
  return response.headers.get("location") ?? "";
}
const shown = () => findShownEdits(version.id);

test("a yes is kept, however often it is sent", async () => {
  for (let times = 0; times < 2; times += 1) expect(await send({ answer: "approve" })).toBe(paths.trackEdits(token));
  expect(await shown()).toMatchObject({ waiting: false, comments: [] });
  expect(await db.event.count({ where: { versionId: version.id, kind: "approveEdits" } })).toBe(1);
});

test("comments are kept, and publication waits", async () => {
  expect(await send({ answer: "comment", comments: "The year is wrong." })).toBe(paths.trackEdits(token));
  expect(await shown()).toMatchObject({ waiting: true, approvedAt: null, comments: [{ text: "The year is wrong." }] });
});

test.each([
  ["nothing chosen", { comments: "So." }, { answer: expect.stringMatching(/^Choose/) }],
  ["a yes with comments", { answer: "approve", comments: "So." }, { comments: expect.stringMatching(/^Choose/) }],
  ["no comments", { answer: "comment", comments: " " }, { comments: "Write your comments" }],
  ["too many words", { answer: "comment", comments: "x".repeat(5001) }, { comments: "Use 5,000 characters or fewer" }],
  ["about older words", { answer: "approve", basedOn: "1" }, { answer: expect.stringMatching(/changed again/) }],
])("what cannot be taken comes back as it was typed: %s", async (_, form, errors) => {
  const place = await send(form);
  const attempt = await findAttempt(place.split("attempt=")[1] ?? "", paths.trackEdits(token));
  expect(attempt?.errors).toEqual(errors);
  expect(attempt?.typed["comments"]).toBe(("comments" in form ? form.comments : "").trim());
  expect(await shown()).toMatchObject({ waiting: true, approvedAt: null, comments: [] });
});

test("comments that come while it is opened again are kept for their writer", async () => {
  const { id, editor } = version;
  await moveVersion({ id, basedOn: 2, move: "reopen", actor: editor, reason: "A slip" });
  const place = await send({ answer: "comment", comments: "The year is wrong." });
  expect(await shown()).toBeNull();
  const attempt = await findAttempt(place.split("attempt=")[1] ?? "", paths.trackEdits(token));
  expect(attempt?.typed["comments"]).toBe("The year is wrong.");
});

test("a link that is none leads nowhere", async () => {
  token = "x".repeat(43);
  expect(await send({ answer: "approve" })).toBe(paths.trackEdits(token));
  expect(await shown()).toMatchObject({ waiting: true });
});
