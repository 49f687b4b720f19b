import { expect, test } from "vitest";
import { sendConfirmationAgain } from "#lib/commands/submissions/send-confirmation-again.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { db } from "#lib/data/db.ts";
import { emailOf, listen } from "#tests/support/letters.ts";
import { aVersion } from "#tests/support/versions.ts";

test("the letter that confirms goes again, with the same link, to the same address", async () => {
  const { id: versionId, author } = await aVersion("unconfirmed");
  const { received } = await listen();
  await sendLetters();
  expect(await sendConfirmationAgain({ versionId })).toMatchObject({ ok: true });
  await sendLetters();

  const to = await emailOf(author.id);
  const confirming = received.filter((one) => one.to.includes(to) && one.email.subject?.startsWith("Confirm"));
  const linkIn = (text = "") => /\/submit\/confirm\/[\w-]{43}/.exec(text)?.[0];
  expect(confirming.map(({ email }) => linkIn(email.text))).toEqual(Array(2).fill(expect.stringMatching(/./)));
  expect(linkIn(confirming[0]?.email.text)).toBe(linkIn(confirming[1]?.email.text));
});

test("nothing is sent about what waits for no confirmation", async () => {
  const { id: versionId } = await aVersion("in_review");
  const before = await db.letter.count();
  expect(await sendConfirmationAgain({ versionId })).toEqual({ ok: false, reason: "wrong-state" });
  expect(await db.letter.count()).toBe(before);
});
