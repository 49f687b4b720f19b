import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { writeComment } from "#lib/commands/workflow/write-comment.ts";
import { listCommentsToCouncil } from "#lib/data/submissions/comments.ts";
import { db } from "#lib/data/db.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

const comment = { section: "impact", text: " Say which year.\r\n", toCouncil: true };

describe("a comment", () => {
  test("is kept as it was typed, with the revision it is about and who wrote it", async () => {
    const { id: versionId, editor } = await aVersion("in_review");
    expect(await writeComment({ versionId, ...comment, actor: editor })).toMatchObject({ ok: true });
    expect(await db.comment.findMany({ where: { versionId } })).toEqual([
      expect.objectContaining({ section: "impact", text: "Say which year.", revision: 1, writerId: editor.id }),
    ]);
  });

  test("is written once, however often the same form arrives", async () => {
    const { id: versionId, editor } = await aVersion("in_review");
    const sent = Array.from({ length: 8 }, () => writeComment({ versionId, ...comment, actor: editor }));
    const ids = (await Promise.all(sent)).map((written) => written.ok && written.value.id);
    expect(new Set(ids).size).toBe(1);
    await writeComment({ versionId, ...comment, actor: await aPerson("editor") });
    await writeComment({ versionId, ...comment, text: "Another", actor: editor });
    expect(await db.comment.count({ where: { versionId } })).toBe(3);
  });

  test.each(states.filter((state) => state !== "in_review"))("cannot be written on what is %s", async (state) => {
    const { id: versionId, editor } = await aVersionIn(state);
    const refused = { ok: false, reason: "not-allowed" };
    expect(await writeComment({ versionId, ...comment, actor: editor })).toEqual(refused);
  });

  test("is written by editors alone, beside a section there is, and says something", async () => {
    const { id: versionId, author, editor } = await aVersion("in_review");
    const reasons = [
      await writeComment({ versionId, ...comment, actor: author }),
      await writeComment({ versionId, ...comment, actor: await aPerson("contributor") }),
      await writeComment({ versionId, ...comment, section: "nowhere", actor: editor }),
      await writeComment({ versionId, ...comment, text: " \n", actor: editor }),
    ].map((outcome) => !outcome.ok && outcome.reason);
    expect(reasons).toEqual(["not-allowed", "not-allowed", "not-found", "text-missing"]);
    expect(await db.comment.count({ where: { versionId } })).toBe(0);
  });
});

test("the author sees what was written to the council since they last sent it, and nothing that was not", async () => {
  const { id: versionId, author, editor } = await aVersion("in_review");
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const write = (text: string, minutes: number, toCouncil = true) =>
    writeComment({ versionId, section: "impact", text, toCouncil, actor: editor, now: at(minutes) });
  const shown = async () => (await listCommentsToCouncil(versionId)).map(({ text }) => text);
  await write("First", 1);
  await write("Between us", 2, false);
  await write("Second", 3);
  expect(await shown()).toEqual(["First", "Second"]);

  const move = { id: versionId, basedOn: 1, reason: "See the comments" };
  await moveVersion({ ...move, move: "requestChanges", actor: editor, now: at(4) });
  expect(await shown()).toEqual(["First", "Second"]);
  await moveVersion({ ...move, move: "submit", actor: author, now: at(5) });
  expect(await shown()).toEqual([]);
});
