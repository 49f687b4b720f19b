import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** What keys and tokens look like that others give out, and ours. */
const secrets: Readonly<Record<string, RegExp>> = {
  "a private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/,
  "a key of Amazon": /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  "a token of GitHub": /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})\b/,
  "a token of GitLab": /\bglpat-[\w-]{20,}\b/,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b/,
  "a token of Slack": /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  "a key of Google": /\bAIza[\w-]{35}\b/,
  "a key of Stripe": /\b[rs]k_live_[A-Za-z0-9]{20,}\b/,
  "a key of SendGrid": /\bSG\.[\w-]{22}\.[\w-]{43}\b/,
  "a signed token": /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/,
  "a password in an address":
    /\b[a-z]+:\/\/[\w.-]+:(?!password|secret|SECRET|PASSWORD|\$|casebook)[^\s"'`@/${}<>*]{12,}@(?!localhost|127\.)[\w-]+\.[\w.-]+/,
  "a secret that is set": /\b(?:SECRET|PASSWORD|TOKEN|API_KEY|CLIENT_SECRET)\s*[=:]\s*["']?[A-Fa-f0-9]{32,}["']?/,
};

const found = (text: string) => Object.keys(secrets).filter((name) => secrets[name]?.test(text));
const binary = /\.(?:png|jpe?g|webp|gif|docx|zip|woff2?|ico|pdf|bin|gz|wasm)$/;

describe("secrets stand nowhere in what is kept (V13.3.1)", () => {
  const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);

  test("in no file that is tracked, and none is one", () => {
    expect(files.length).toBeGreaterThan(1000);
    const bad = files
      .filter((file) => !binary.test(file))
      .flatMap((file) => found(readFileSync(file, "utf8")).map((what) => `${file}: ${what}`));
    expect(bad).toEqual([]);
    expect(
      files.filter((file) => /(?:^|\/)(?:\.env(?!\.example)[\w.]*|id_[a-z0-9]+|.*\.(?:pem|key|p12|pfx))$/.test(file)),
    ).toEqual([]);
  });

  test.each([
    ["a private key", `-----BEGIN RSA ${"PRIVATE"} KEY-----`],
    ["a key of Amazon", `AKIA${"ABCDEFGH12345678"}`],
    ["a token of GitHub", `ghp_${"a1".repeat(18)}`],
    ["a token of GitLab", `glpat-${"a1".repeat(10)}`],
    ["a token of npm", `npm_${"a1".repeat(18)}`],
    ["a token of Slack", `xoxb-${"1234567890-".repeat(3)}`],
    ["a key of Google", `AIza${"x".repeat(35)}`],
    ["a key of Stripe", `sk_live_${"a1".repeat(12)}`],
    ["a key of SendGrid", `SG.${"a".repeat(22)}.${"b".repeat(43)}`],
    ["a signed token", `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.${"c".repeat(30)}`],
    ["a password in an address", `postgres://site:${"h7Gd9kQ2mN4x"}@db.example.org/x`],
    ["a secret that is set", `SECRET=${"0123456789abcdef".repeat(2)}`],
  ])("and %s would be seen", (name, text) => {
    expect(found(`before\n${text}\nafter`)).toContain(name);
  });
});
