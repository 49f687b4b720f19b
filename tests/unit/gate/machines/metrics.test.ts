import { describe, expect, test } from "vitest";
import { createMetrics, type Figure } from "#lib/gate/machines/metrics.ts";
import { mayWatch } from "#lib/gate/machines/may-watch.ts";
import { routesIn } from "#lib/gate/machines/routes.ts";
import { aGate, aPage, rendering } from "../a-gate.ts";

const routeOf = await routesIn("app");
const word = "W8sC-token-1234567890";

async function aCountingGate(options: object = {}, figures: Figure[] = []) {
  const metrics = createMetrics({ routeOf, figures: async () => figures, words: { a_total: "How many a" } });
  const gate = await aGate(rendering(aPage("<p>a</p>")), { metrics, ...options });
  return { ...gate, lines: async () => (await gate.ask("/metrics")).text.split("\n") };
}

describe("figures", () => {
  test("count answers by the address of the site and by status, never by what was asked", async () => {
    const { ask, lines } = await aCountingGate({ posts: [/^\/submit\/start\/save$/] });
    await ask("/case-studies/night-buses-in-dorset?q=secret-word");
    await ask("/case-studies/another");
    await ask(`/track/${word}`);
    await ask("/nobody/home/here");
    await ask("/-/errors/500");
    const told = await lines();
    expect(told).toContain(`casebook_request_seconds_count{route="/case-studies/[slug]",status="2xx"} 2`);
    expect(told).toContain(`casebook_request_seconds_count{route="/track/[token]",status="2xx"} 1`);
    expect(told).toContain(`casebook_request_seconds_count{route="none",status="2xx"} 1`);
    expect(told).toContain(`casebook_answers_total{status="404"} 1`);
    expect(told.join()).not.toMatch(/night-buses|secret-word|W8sC|nobody/);
  });

  test("tell how long answers took, each in the narrowest time that it kept to and all wider ones", async () => {
    const metrics = createMetrics({ routeOf, figures: async () => [], words: {} });
    for (const seconds of [0.0004, 0.001, 0.02, 11]) metrics.note("/topics", 200, seconds);
    metrics.note("/topics", 404, 3);
    const { body } = await metrics.answer();
    const lines = String(body).split("\n");
    const told = (le: string) => lines.find((line) => line.includes(`le="${le}",route="/topics",status="2xx"`));
    expect(["0.001", "0.005", "0.025", "10", "+Inf"].map((le) => told(le)?.split(" ")[1])).toEqual([
      "2",
      "2",
      "3",
      "3",
      "4",
    ]);
    expect(lines).toContain(`casebook_request_seconds_count{route="/topics",status="4xx"} 1`);
    expect(lines.find((line) => line.startsWith(`casebook_request_seconds_sum{route="/topics",status="2xx"}`))).toMatch(
      / 11\.0214\d*$/,
    );
    expect(lines).toContain("# TYPE casebook_request_seconds histogram");
  });

  test("have as many labels after a thousand invented addresses as before", async () => {
    const { ask, lines } = await aCountingGate();
    await ask("/nobody/0");
    const before = (await lines()).length;
    for (let number = 1; number <= 200; number += 1) await ask(`/nobody/${number}?${number}=${number}`);
    await ask("/metrics");
    expect((await lines()).length - before).toBeLessThan(40);
  });

  test("from elsewhere are told as they are, with what they are of", async () => {
    const { ask } = await aCountingGate({}, [
      { name: "a_total", value: 3 },
      { name: "b", value: 0.5, of: { state: "waiting" } },
      { name: "b", value: 2, of: { state: "sent" } },
    ]);
    const { headers, text } = await ask("/metrics");
    expect(headers).toMatchObject({
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
    expect(text).toContain("# HELP a_total How many a\n# TYPE a_total counter\na_total 3\n");
    expect(text).toContain(`# TYPE b gauge\nb{state="waiting"} 0.5\nb{state="sent"} 2\n`);
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{[^{}]+\})? [\d.e+-]+|)$/);
  });
});

describe("only whoever is near is told figures, or whoever has the token (V13.4.5)", () => {
  const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
    ({ socket: { remoteAddress }, headers: { host: "10.0.0.7:3000", ...headers } }) as never;
  const publicUrl = "https://casebook.example";

  test.each<[string, string, Record<string, string>, boolean]>([
    ["this machine", "127.0.0.1", {}, true],
    ["this machine by the new protocol", "::1", {}, true],
    ["a private network", "::ffff:10.1.2.3", {}, true],
    ["a private network of the new protocol", "fd00::7", {}, true],
    ["the rest of the world", "203.0.113.7", {}, false],
    ["the rest of the world, saying otherwise", "203.0.113.7", { "x-forwarded-for": "127.0.0.1" }, false],
    ["a server in front that says for whom", "127.0.0.1", { "x-forwarded-for": "10.0.0.9" }, false],
    ["a server in front that says it is one", "10.0.0.2", { via: "1.1 front" }, false],
    ["a server in front that says nothing", "10.0.0.2", { host: "casebook.example" }, false],
    ["nobody any more", "", {}, false],
  ])("%s", (_, address, headers, may) => {
    expect(mayWatch(request(address, headers), { publicUrl })).toBe(may);
  });

  test("with a token, nobody without it", () => {
    const site = { token: word, publicUrl };
    const asked = (authorization: string, address = "127.0.0.1") => mayWatch(request(address, { authorization }), site);
    expect(asked(`Bearer ${word}`, "203.0.113.7")).toBe(true);
    for (const wrong of ["", "Bearer", `Bearer ${word}1`, `Basic ${word}`, word]) expect(asked(wrong)).toBe(false);
  });

  test("to anybody else it is an address like any other", async () => {
    const { ask } = await aCountingGate({ metricsToken: word });
    expect((await ask("/metrics")).text).not.toContain("casebook_");
    expect((await ask("/metrics", { headers: { authorization: `Bearer ${word}` } })).text).toContain("casebook_");
  });
});

describe("the address of the site that a path is of", () => {
  test.each([
    ["/", "/"],
    ["/case-studies", "/case-studies"],
    ["/case-studies/anything", "/case-studies/[slug]"],
    ["/case-studies.atom", "/case-studies.atom"],
    ["/submit/word/read", "/submit/word/read"],
    ["/submit/sometoken/word/read", "/submit/[draft]/word/read"],
    ["/editor/review/1/move/publish", "/editor/review/[id]/move/[move]"],
    ["/editor/review//move/publish", "none"],
    ["/submit/[]", "/submit/[draft]"],
    ["/_next/static/a.css", "files"],
    ["/healthz", "/healthz"],
    ["/wp-login.php", "none"],
    ["", "none"],
  ])("%s is of %s", (path, route) => expect(routeOf(path)).toBe(route));
});
