import { describe, expect, test } from "vitest";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { createEventLog, createLog, loggedPath } from "#lib/ops/log.ts";

describe("what may be logged of an address", () => {
  test.each([
    ["/case-studies?q=a+name", "/case-studies"],
    ["/case-studies#x", "/case-studies"],
    ["/track/abc", "/track/*"],
    ["/track/abc/", "/track/*/*"],
    ["/submit/abc/outcome?x=1", "/submit/*/*"],
    ["/alerts/abc", "/alerts/*"],
    ["/erase/abc/confirm", "/erase/*/*"],
    ["/fact-check/abc/answer", "/fact-check/*/*"],
    ["/enquiries/abc/answer", "/enquiries/*/*"],
    ["/%74rack/abc", "/%74rack/*"],
    ["/Track/abc", "/Track/*"],
    ["//track/abc", "//track/*"],
    ["https://casebook.example/track/abc?x", "https://casebook.example/track/*"],
    ["track/abc", "track/*"],
    ["/submit", "/submit"],
    ["/tracks/abc", "/tracks/abc"],
    ["", ""],
  ])("of %j it is %j", (target, logged) => expect(loggedPath(target)).toBe(logged));

  test("is at most 200 characters", () => expect(loggedPath(`/${"a".repeat(9000)}`)).toHaveLength(200));
});

describe("the log", () => {
  test.each([
    ["debug", "debug"],
    ["silent", "silent"],
    ["", "warn"],
    ["loud", "warn"],
  ])("with LOG_LEVEL %j is at %s", (level, used) =>
    expect(createLog(level, { write: () => undefined }).level).toBe(used),
  );

  test.each([
    ["", "info"],
    ["error", "info"],
    ["debug", "debug"],
    ["silent", "silent"],
  ])("of who came in is with LOG_LEVEL %j at %s (V16.3.1)", (level, used) =>
    expect(createEventLog(level, { write: () => undefined }).level).toBe(used),
  );

  test("tells of an error without what it quotes of a row or a letter (V16.2.5)", () => {
    const lines: string[] = [];
    const row = {
      detail: "Key (email)=(kim@council.example) already exists.",
      meta: { target: "kim@council.example" },
    };
    const letter = { response: "550 kim@council.example", rejected: ["kim@council.example"], code: "EENVELOPE" };
    const error = Object.assign(new Error("It failed", { cause: Object.assign(new Error("below"), row) }), row, letter);
    createLog("error", { write: (line) => void lines.push(line) }).error({ err: error }, "a job failed");
    expect(lines.join()).not.toContain("kim@");
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({
      err: { message: expect.stringContaining("It failed"), code: "EENVELOPE" },
    });
  });

  test("tells of causes and of several errors at once without what they quote or name (V16.2.5)", () => {
    const lines: string[] = [];
    const log = createLog("error", { write: (line) => void lines.push(line) });
    const below = Object.assign(new Error("Nobody is kim@council.example\nkim%40council.example"), {
      ...{ code: "23505", detail: "Key (name)=(Kim Petrov)" },
      ...{ cause: '550 <"kim petrov"@council.example>', where: "Kim Petrov", other: { said: "Kim Petrov" } },
    });
    const several = new AggregateError([below, new Error("again", { cause: below })], "Both failed", { cause: below });
    const round = new Error("round");
    round.cause = round;
    log.error({ err: several, reason: "for kim@council.example" }, "a job failed for %s", "kim@council.example");
    log.error(new Error("kim@council.example", { cause: below }));
    log.error({ err: round }, "it goes round");
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/kim[@%]|petrov/i);
    const [first = ""] = lines;
    expect(JSON.parse(first)).toMatchObject({
      err: {
        ...{ type: "AggregateError", message: "Both failed" },
        errors: [{ code: "23505", message: expect.stringContaining("Nobody is (") }, { cause: { code: "23505" } }],
      },
    });
    expect(first).toContain("log.test.ts");
  });

  test("keeps a line one line, whatever is in it (V16.4.1)", () => {
    const lines: string[] = [];
    createLog("info", { write: (line) => void lines.push(line) }).info({ path: "/a\r\n{}" }, "answered");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
  });
});

test("no address that letters carry with a token is logged with it (V16.2.5)", () => {
  const token = "t".repeat(43);
  const open = new Set(["caseStudy", "problems", "review", "signIn"]);
  for (const [name, path] of Object.entries(mailedPaths)) {
    if (open.has(name) || typeof path === "string") continue;
    expect(loggedPath(path(token)), name).not.toContain(token);
  }
});
