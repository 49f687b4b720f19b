import { expect, test } from "vitest";
import { readEnv } from "#lib/ops/env.ts";
import { lackingForLetters } from "#lib/programs/launch/settings.ts";

const lacking = (source: Record<string, string>) => lackingForLetters(readEnv(source as unknown as NodeJS.ProcessEnv));
const relay = { SMTP_URL: "smtp://user:secret@mail.council.gov.uk:587" };
const own = { MAIL_FROM: "Casebook <no-reply@council.gov.uk>", CONTACT_EMAIL: "cases@council.gov.uk" };
const PUBLIC_URL = "https://cases.council.gov.uk";

test("letters to real mailboxes need an address that they lead to, and addresses that somebody has", () => {
  expect(lacking(relay)).toEqual(["PUBLIC_URL", "MAIL_FROM", "CONTACT_EMAIL"]);
  expect(lacking({ ...relay, PUBLIC_URL })).toEqual(["MAIL_FROM", "CONTACT_EMAIL"]);
  expect(lacking({ ...relay, ...own })).toEqual(["PUBLIC_URL"]);
  expect(lacking({ ...relay, ...own, PUBLIC_URL, EDITORS_EMAIL: "us@casebook.example" })).toEqual(["EDITORS_EMAIL"]);
  expect(lacking({ ...relay, ...own, PUBLIC_URL })).toEqual([]);
});

test("none leave without a mail server", () => {
  expect(lacking({})).toEqual([]);
  expect(lacking({ PUBLIC_URL })).toEqual([]);
});

test("a mail server on this machine will do for a site that nobody else reaches, and for no other", () => {
  const SMTP_URL = "smtp://127.0.0.1:1025";
  expect(lacking({ SMTP_URL })).toEqual([]);
  expect(lacking({ SMTP_URL, PUBLIC_URL })).toEqual(["MAIL_FROM", "CONTACT_EMAIL"]);
  expect(lacking({ SMTP_URL, HOST: "0.0.0.0" })).toContain("PUBLIC_URL");
  expect(lacking({ SMTP_URL, ALLOWED_HOSTS: "cases.lan" })).toContain("PUBLIC_URL");
});
