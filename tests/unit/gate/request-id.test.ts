import { describe, expect, test } from "vitest";
import { during } from "#lib/ops/here.ts";
import { createLog } from "#lib/ops/log.ts";
import { aGate, aPage, rendering } from "./a-gate.ts";

const given = "0f8fad5b-d9cb-469f-a165-70867728950e";
const withoutHyphens = given.replaceAll("-", "");
const anyId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("the id of a request", () => {
  test("is one on the answer, on the error page, in the log and before the pages (V16.2.1)", async () => {
    const seen: unknown[] = [];
    const { ask, lines } = await aGate(({ headers }, response) => {
      seen.push(headers["x-request-id"]);
      response.writeHead(500, { "content-type": "text/html" }).end();
    });
    const { headers, text } = await ask("/");
    const id = String(headers["x-request-id"]);
    expect(id).toMatch(anyId);
    expect(text).toContain(id);
    expect(seen).toEqual([id]);
    expect(lines.map((line) => line["id"])).toEqual([id]);
  });

  test.each([given, withoutHyphens])("is %s where a proxy of ours says so", async (id) => {
    const { ask } = await aGate(rendering(aPage("<p>a</p>"), 404), { trustedProxies: ["loopback"] });
    const answer = await ask("/api/v1/none", { headers: { "x-request-id": id } });
    expect(answer.headers["x-request-id"]).toBe(id);
    expect(JSON.parse(answer.text)).toMatchObject({ instance: `urn:uuid:${given}` });
  });

  test.each<[string, string, string[]]>([
    ["nobody we know", given, []],
    ["a proxy, but too long", `${given}${given}`, ["loopback"]],
    ["a proxy, but with more in it", `${given}" onload="`, ["loopback"]],
    ["a proxy, but somebody's name", "jane.doe@council.example", ["loopback"]],
    ["a proxy, twice", `${given}, ${given}`, ["loopback"]],
  ])("is a new one where it comes from %s", async (_, id, trustedProxies) => {
    const { ask, lines } = await aGate(rendering(aPage("<p>a</p>")), { trustedProxies });
    const { headers } = await ask("/", { headers: { "x-request-id": id } });
    expect(headers["x-request-id"]).toMatch(anyId);
    expect(headers["x-request-id"]).not.toBe(given);
    expect(JSON.stringify(lines)).not.toContain(id.slice(0, 20));
  });

  test("is in every line that is logged on the way, and in none beside it", async () => {
    const lines: { id?: string; msg: string }[] = [];
    const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
    await during({ id: "one" }, async () => {
      await Promise.resolve();
      log.info("within");
      log.info({ id: "another" }, "of its own");
    });
    log.info("after");
    expect(lines.map(({ id, msg }) => [msg, id])).toEqual([
      ["within", "one"],
      ["of its own", "another"],
      ["after", undefined],
    ]);
  });
});
