import { describe, expect, test } from "vitest";
import { securityTxt } from "#lib/gate/machines/security-txt.ts";
import { aGate, aPage, rendering } from "../a-gate.ts";

const day = 24 * 60 * 60_000;
/** What a program reads: each field with its values. */
const fieldsOf = (text: string) => {
  const pairs = text
    .trimEnd()
    .split("\n")
    .map((line) => /^([A-Z][\w-]*): (\S.*)$/.exec(line)?.slice(1));
  return Object.fromEntries(pairs as [string, string][]);
};

describe("security.txt", () => {
  test("says whom to tell, until when, in what language and where it stands (RFC 9116)", async () => {
    const options = { contactEmail: "safe@casebook.example", publicUrl: "https://casebook.example" };
    const { ask } = await aGate(rendering(aPage("<p>a</p>")), options);
    const answer = await ask("/.well-known/security.txt", { headers: { host: "casebook.example" } });
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "text/plain; charset=utf-8" } });
    const { Expires = "", ...fields } = fieldsOf(answer.text);
    expect(fields).toEqual({
      Contact: "mailto:safe@casebook.example",
      "Preferred-Languages": "en",
      Canonical: "https://casebook.example/.well-known/security.txt",
    });
    expect(Expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    // The standard advises less than a year.
    expect(Date.parse(Expires)).toBeGreaterThan(Date.now() + 90 * day);
    expect(Date.parse(Expires)).toBeLessThan(Date.now() + 365 * day);
  });

  test("does not run out while a process lives, and is the same all day", () => {
    const at = (time: string) => securityTxt("a@b.example", undefined, new Date(time)).body.toString();
    expect(fieldsOf(at("2031-03-01T12:00:00Z")).Expires).toBe("2031-08-30T00:00:00Z");
    expect(at("2031-03-01T00:00:01Z")).toBe(at("2031-03-01T23:59:59Z"));
    expect(at("2031-03-01T00:00:01Z")).not.toContain("Canonical");
  });
});
