import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A Maildir for one test, with these messages delivered to it. */
export async function aMailbox(messages: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-returns-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "new"));
  for (const [name, text] of Object.entries(messages)) await writeFile(join(folder, "new", name), text);
  return folder;
}

/** A report as Postfix writes it, with the head of the letter that it could not deliver. */
export const report = (
  letterId: string,
  { action = "failed", status = "5.1.1", said = "550 5.1.1 User unknown" } = {},
) =>
  [
    "From: MAILER-DAEMON@mail.example (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    "To: no-reply@casebook.example",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B7F/mail.example"',
    "",
    "--B7F/mail.example",
    "Content-Description: Notification",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--B7F/mail.example",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example",
    "",
    "Final-Recipient: rfc822; transport@dorset.example",
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${said.replaceAll(" ", "\r\n    ")}`,
    "",
    "--B7F/mail.example",
    "Content-Type: text/rfc822-headers",
    "",
    "Subject: Is it still right: Night buses",
    `Message-ID: <letter-${letterId}@casebook.example>`,
    "",
    "--B7F/mail.example--",
    "",
  ].join("\r\n");
