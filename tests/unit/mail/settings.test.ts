import { expect, test } from "vitest";
import { messageId, readAddress, siteAddress } from "#lib/mail/address.ts";
import { readEnv, whereLettersGo } from "#lib/ops/env.ts";

const settings = (values: Record<string, string>) => readEnv(values as never);

test("letters leave by SMTP, else stay in the demonstration’s mailbox, else wait", () => {
  expect(whereLettersGo(settings({ SMTP_URL: "smtp://mail.example", CASEBOOK_DEMONSTRATION: "1" }))).toBe("smtp");
  expect(whereLettersGo(settings({ SMTP_URL: "", CASEBOOK_DEMONSTRATION: "1" }))).toBe("mailbox");
  expect(whereLettersGo(settings({}))).toBe("nowhere");
});

test("letters to the editors go where readers write to unless another address is set", () => {
  expect(settings({ CONTACT_EMAIL: "a@x.example" }).EDITORS_EMAIL).toBe("a@x.example");
  expect(settings({ CONTACT_EMAIL: "a@x.example", EDITORS_EMAIL: "b@x.example" }).EDITORS_EMAIL).toBe("b@x.example");
});

test.each(["Casebook <a@x.example>\r\nBcc: b@x.example", "a@x.example, b@x.example", "Casebook", "<a@x.example", ""])(
  "the sender is one address and nothing else: %j",
  (value) => {
    if (value === "") expect(settings({ MAIL_FROM: value }).MAIL_FROM).toBe("Casebook <no-reply@casebook.example>");
    else expect(() => settings({ MAIL_FROM: value })).toThrow(/^MAIL_FROM must be one address/);
  },
);

test("a mail server’s address that is none is complained about by name", () => {
  expect(() => settings({ SMTP_URL: "mail.example:25" })).toThrow(/^SMTP_URL must start with/);
  expect(() => settings({ JOBS: "maybe" })).toThrow(/^JOBS must be on or off/);
});

test.each([
  ["jo@council.example", "jo@council.example"],
  ["jo@erased.invalid", null],
  ["jo@council.example, spy@evil.example", null],
  ["jo@council.example\r\nBcc: spy@evil.example", null],
  ["", null],
  [null, null],
])("the address %j can be written to as %j", (text, address) => {
  expect(readAddress(text)).toBe(address);
});

test("links and Message-IDs are made from the site’s own address", () => {
  const PUBLIC_URL = "https://casebook.council.example/";
  expect(siteAddress({ PUBLIC_URL, PORT: 3000 })).toBe("https://casebook.council.example");
  expect(siteAddress({ PUBLIC_URL: undefined, PORT: 3001 })).toBe("http://127.0.0.1:3001");
  expect(messageId("x", { PUBLIC_URL })).toBe("<letter-x@casebook.council.example>");
  expect(messageId("x", { PUBLIC_URL: undefined })).toBe("<letter-x@casebook.example>");
});
