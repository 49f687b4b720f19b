import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listMailbox } from "#lib/commands/letters/list-mailbox.ts";
import { openLetter } from "#lib/commands/letters/open-letter.ts";
import { db } from "#lib/data/db.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aDraft, aVersion, someAnswers } from "#tests/support/versions.ts";

beforeEach(() => {
  process.env["CASEBOOK_DEMONSTRATION"] = "1";
});
afterEach(() => {
  delete process.env["CASEBOOK_DEMONSTRATION"];
  delete process.env["SMTP_URL"];
});

async function aDeclinedVersion() {
  const version = await aVersion("declined");
  const { id } = await db.letter.findFirstOrThrow({ where: { kind: "decline", toId: version.author.id } });
  return { ...version, letter: id };
}

describe("the demonstration’s mailbox", () => {
  test("lists letters newest first, with whom they go to, and makes no links by being looked at", async () => {
    const { letter, author } = await aDeclinedVersion();
    const links = await db.link.count();
    const listed = await listMailbox();
    expect(listed?.find(({ id }) => id === letter)).toMatchObject({
      to: await emailOf(author.id),
      subject: "Your case study will not be published: Night buses for the harbour festival",
    });
    const times = listed?.map(({ at }) => at.getTime()) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(await listMailbox(1)).toHaveLength(1);
    expect(await db.link.count()).toBe(links);
  });

  test("opens a letter with a link that works", async () => {
    const { letter, id } = await aDeclinedVersion();
    const opened = await openLetter(letter);
    expect(opened?.text).toContain("> Because of the test");
    const token = opened?.text.match(/\/track\/([\w-]{43})$/m)?.[1] ?? "";
    expect(await findLink(token, "track", new Date())).toMatchObject({ versionId: id });
  });

  test("opens a letter about a draft with that draft’s link, though its author has a newer one", async () => {
    const { id, author } = await aVersion("draft");
    await aDraft({ personId: author.id, answers: someAnswers({ title: "The newer one" }) });
    await oweLetter(db, { kind: "staleDraft", toId: author.id, versionId: id, now: new Date() });
    const { id: letter } = await db.letter.findFirstOrThrow({ where: { kind: "staleDraft", versionId: id } });
    const opened = await openLetter(letter);
    expect(opened?.subject).toBe("Your draft will be deleted soon: Night buses for the harbour festival");
    const token = opened?.text.match(/\/submit\/([\w-]{43})$/m)?.[1] ?? "";
    expect(await findLink(token, "draft", new Date())).toMatchObject({ versionId: id });
  });

  test("knows no letter by any other name", async () => {
    expect(await openLetter("nonsense")).toBeNull();
    expect(await openLetter("00000000-0000-0000-0000-000000000000")).toBeNull();
    expect(await openLetter("------------------------------------")).toBeNull();
  });
});

describe("there is no mailbox (V15.2.3)", () => {
  test.each([
    ["with a database of one’s own", { CASEBOOK_DEMONSTRATION: "" }],
    ["when letters go out by SMTP", { SMTP_URL: "smtp://127.0.0.1:1" }],
  ])("%s", async (_, settings) => {
    const { letter } = await aDeclinedVersion();
    Object.assign(process.env, settings);
    expect(await listMailbox()).toBeNull();
    expect(await openLetter(letter)).toBeNull();
  });
});
