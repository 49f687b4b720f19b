import { describe, expect, test } from "vitest";
import { isMailboxGone } from "#lib/mail/refusal.ts";
import { readReport } from "#lib/mail/returned.ts";
import { report } from "#tests/support/returned-mail.ts";

const id = "01890000-0000-7000-8000-000000000001";
const failureOf = async (told: Parameters<typeof report>[1]) =>
  (await readReport(new TextEncoder().encode(report(id, told))))?.failure;

/** What a server says, the status in its report, and whether nobody has that mailbox any more. */
const answers: [said: string, status: string, gone: boolean][] = [
  ["550 5.1.1 <jo@x.example>: User unknown", "5.1.1", true],
  ["550-5.1.1 The account that you tried to reach does not exist.\n550 5.1.1 Look again.", "5.1.1", true],
  ["550 5.1.10 RESOLVER.ADR.RecipientNotFound", "5.1.10", true],
  ["550 5.2.1 The account is disabled", "5.2.1", true],
  ["550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "5.4.1", true],
  ["550 5.1.1 User unknown", "5.0.0", true],
  ["550 5.7.1 Service unavailable, client host [5.1.1.5] blocked", "5.7.1", false],
  ["550 5.7.606 Access denied, banned sending IP", "5.0.0", false],
  ["554 Service unavailable; client host [5.1.1.5] blocked", "5.1.0", false],
  ["552 5.2.2 Mailbox full", "5.2.2", false],
  ["550 5.1.8 Sender address rejected: Domain not found", "5.1.8", false],
  ["550 5.4.1 No answer from host", "5.4.1", false],
  ["451 4.1.1 Try again later", "4.4.7", false],
];

describe("only a server that says so has nobody at that address", () => {
  test.each(answers)("%j", async (said, status, gone) => {
    const error = { responseCode: Number(said.slice(0, 3)), response: said };
    for (const command of ["RCPT TO", "DATA"]) expect(isMailboxGone({ ...error, command })).toBe(gone);
    expect(await failureOf({ status, said: said.replaceAll("\n", " ") })).toMatchObject({ gone });
  });

  test("without a status, what is refused before the letter is the mailbox, and with it the letter", () => {
    const refused = (command: string, responseCode: number) =>
      isMailboxGone({ command, responseCode, response: `${responseCode} No` });
    expect([550, 551, 553].map((code) => refused("RCPT TO", code))).toEqual([true, true, true]);
    const because = (response: string) => isMailboxGone({ command: "RCPT TO", responseCode: 550, response });
    expect(because("550 No such user here <policy@spam.example>")).toBe(true);
    for (const about of [
      "550 Blocked, see https://list.example/why",
      "550 Relaying denied",
      "553 Sender on a blacklist",
    ])
      expect(because(about)).toBe(false);
    expect([450, 521, 552, 554].map((code) => refused("RCPT TO", code))).toEqual([false, false, false, false]);
    expect([550, 554].map((code) => refused("DATA", code))).toEqual([false, false]);
    expect(refused("AUTH PLAIN", 550)).toBe(false);
    expect(isMailboxGone(new Error("Connection refused"))).toBe(false);
  });
});

test("a report says in the words of the server why, on one line, or with what status", async () => {
  expect(await failureOf({ said: "550 5.1.1 User unknown" })).toMatchObject({ words: "550 5.1.1 User unknown" });
  expect(await failureOf({ said: "" })).toMatchObject({ words: "It came back with status 5.1.1" });
  expect(await failureOf({ action: "delayed", status: "4.4.1" })).toBeNull();
});
