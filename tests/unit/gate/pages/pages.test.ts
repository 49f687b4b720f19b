import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createPages, type Generations } from "#lib/gate/pages/pages.ts";
import type { Waits } from "#lib/gate/renderer/forward.ts";
import { aDirective, aGate, aPage, rendering } from "../a-gate.ts";

/** A generation that the test raises, loses and finds again. */
function aGeneration() {
  const state = { number: 1n, certain: true, reachable: true, ageMs: 0, broken: false };
  const generations: Generations = {
    known: () => (state.certain ? state.number : null),
    ask: async () => (state.reachable ? state.number : null),
    last: () => ({ generation: state.number, ageMs: state.ageMs }),
  };
  return { state, generations };
}

/** A gate that keeps pages, before a renderer that counts what it makes. */
async function aKeepingGate({ delayMs = 0, head = "" } = {}) {
  const { state, generations } = aGeneration();
  const made: string[] = [];
  const pages = createPages({
    keyOf: (path, query) => (path.startsWith("/kept") ? (query ? `${path}?${query}` : path) : null),
    generations,
    mostBytes: 2 ** 20,
  });
  const gate = await aGate(
    async ({ url = "", headers }, response) => {
      made.push(`${url} ${headers.cookie ?? "no cookie"}`);
      await wait(delayMs);
      if (state.broken) return void response.writeHead(500, { "content-type": "text/html" }).end();
      const main = `<p>Page ${made.length} of generation ${state.number}. ${"It says a good deal. ".repeat(100)}</p>`;
      rendering(aPage(main, { head }))({} as never, response as never);
    },
    { pages },
  );
  return { ...gate, state, made };
}

test("whoever has the last good page waits for no other: what was to be made for them leaves the queue", async () => {
  const { state, generations } = aGeneration();
  const pages = createPages({ keyOf: (path) => path, generations, mostBytes: 2 ** 20 });
  let waits: () => Waits | null = () => null;
  const page = rendering(aPage("<p>Kept</p>"));
  const { ask } = await aGate(
    (request, response) =>
      void (state.reachable ? page(request, response) : setTimeout(() => response.destroy(), 6000)),
    { pages, limits: { renders: 1 }, follow: (asked) => (waits = asked) },
  );
  for (const path of ["/a", "/b", "/c"]) await ask(path);
  Object.assign(state, { certain: false, reachable: false });
  const answers = await Promise.all(["/a", "/b", "/c"].map((path) => ask(path)));
  for (const { text } of answers) expect(text).toContain("nothing can be sent in at the moment");
  expect(waits()?.own).toEqual({ taken: 1, waiting: 0 });
});

describe("pages that are kept", () => {
  test("one is made once for everybody, also for somebody with a cookie, until the generation rises", async () => {
    const { ask, state, made } = await aKeepingGate();
    const first = await ask("/kept", { headers: { cookie: "__Host-session=abc" } });
    const second = await ask("/kept");
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(made).toEqual(["/kept no cookie"]);
    state.number = 2n;
    expect((await ask("/kept")).text).toContain("generation 2");
    expect(made).toHaveLength(2);
  });

  test("they carry the security headers, a request id of their own and leave to share them", async () => {
    const { ask } = await aKeepingGate();
    const [fresh, kept] = [await ask("/kept"), await ask("/kept")];
    for (const name of Object.keys(fresh.headers)) expect(Object.keys(kept.headers)).toContain(name);
    expect(kept.headers["cache-control"]).toBe("public, no-cache");
    expect(kept.headers["content-security-policy"]).toBe(fresh.headers["content-security-policy"]);
    expect(kept.headers["x-request-id"]).not.toBe(fresh.headers["x-request-id"]);
    expect(kept.headers["set-cookie"]).toBeUndefined();
  });

  test.each([0, 100_000])(
    "each coding has its own body and tag, and the same page in it, %i bytes longer",
    async (more) => {
      const { ask } = await aKeepingGate({ head: `<meta name="long" content="${"a".repeat(more)}">` });
      const plain = await ask("/kept");
      const br = await ask("/kept", { headers: { "accept-encoding": "gzip, br" } });
      const gzip = await ask("/kept", { headers: { "accept-encoding": "gzip" } });
      expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
      expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
      expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
      for (const { headers } of [plain, br, gzip]) expect(headers.vary).toBe("Accept-Encoding");
    },
  );

  test("whoever has one gets a 304, HEAD no body, and a changed page a new tag", async () => {
    const { ask, state } = await aKeepingGate();
    const { headers } = await ask("/kept");
    const again = await ask("/kept", { headers: { "if-none-match": `W/${headers.etag}` } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, "", headers.etag]);
    const head = await ask("/kept", { method: "HEAD" });
    expect([head.status, head.text, head.headers["content-length"]]).toEqual([200, "", headers["content-length"]]);
    state.number = 2n;
    expect((await ask("/kept", { headers: { "if-none-match": headers.etag ?? "" } })).status).toBe(200);
  });

  test("fifty who ask at once wait for one page", async () => {
    const { ask, made } = await aKeepingGate({ delayMs: 100 });
    const replies = await Promise.all(Array.from({ length: 50 }, () => ask("/kept")));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(made).toHaveLength(1);
  });

  test("whoever asks after a change does not get the page that was begun before it", async () => {
    const { ask, state, made } = await aKeepingGate({ delayMs: 150 });
    const before = ask("/kept");
    await wait(50);
    state.number = 2n;
    const after = await ask("/kept");
    await before;
    expect(after.text).toContain("Page 2");
    expect((await ask("/kept")).text).toBe(after.text);
    expect(made).toHaveLength(2);
  });

  test("a slow one from before a change does not take the place of one from after it", async () => {
    const { state, generations } = aGeneration();
    const delays = [300, 20];
    const pages = createPages({ keyOf: (path) => path, generations, mostBytes: 2 ** 20 });
    let made = 0;
    const { ask } = await aGate(
      async (request, response) => {
        const page = aPage(`<p>Page ${(made += 1)}</p>`);
        await wait(delays[made - 1]);
        rendering(page)(request, response);
      },
      { pages },
    );
    const slow = ask("/a");
    await wait(50);
    state.number = 2n;
    await ask("/a");
    await slow;
    expect((await ask("/a")).text).toContain("Page 2");
    expect(made).toBe(2);
  });

  test("readers who leave while they wait give their places back", async () => {
    const { generations } = aGeneration();
    const pages = createPages({ keyOf: (path) => path, generations, mostBytes: 2 ** 20 });
    const asked: string[] = [];
    const { ask, port } = await aGate(
      async (request, response) => {
        asked.push(request.url ?? "");
        await wait(400);
        rendering(aPage("<p>a</p>"))(request, response);
      },
      { pages, limits: { renders: 1, waiting: 4 } },
    );
    const leaving = new AbortController();
    const left = ["/a", "/b", "/c", "/d", "/e"].map((path) =>
      fetch(`http://127.0.0.1:${port}${path}`, { signal: leaving.signal }).catch(() => undefined),
    );
    await wait(100);
    leaving.abort();
    await Promise.all(left);
    await wait(50);
    expect((await ask("/f")).status).toBe(200);
    expect(asked).toEqual(["/a", "/f"]);
  });

  test.each([
    ["asks not to be stored", aPage("<p>a</p>", { head: aDirective({ store: false }) }), 200],
    ["is not found", aPage("<p>a</p>", { head: aDirective({ status: 404 }) }), 404],
    ["failed", "<html><head></head><body>", 500],
  ])("one that %s is made for each", async (_, html, status) => {
    let made = 0;
    const { generations } = aGeneration();
    const pages = createPages({ keyOf: (path) => path, generations, mostBytes: 2 ** 20 });
    const { ask } = await aGate((request, response) => ((made += 1), rendering(html)(request, response)), { pages });
    for (const _turn of [1, 2]) expect((await ask("/a")).status).toBe(status);
    expect(made).toBe(2);
  });

  test("what a check refuses is refused, though the page is kept", async () => {
    const { ask, raw, port } = await aKeepingGate();
    await ask("/kept");
    await ask("/kept");
    expect((await ask("/kept", { headers: { host: "elsewhere.example" } })).status).toBe(421);
    expect((await ask("/kept", { headers: { rsc: "1" } })).status).toBe(400);
    expect((await ask("/kept", { method: "DELETE" })).status).toBe(405);
    const twice = `GET /kept HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
    expect(await raw(twice)).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe("files that belong to pages", () => {
  const css = `${"p { color: red } ".repeat(200)}`;

  async function aGateWithFiles() {
    const { state, generations } = aGeneration();
    const asked: string[] = [];
    const pages = createPages({
      keyOf: (path) => path,
      lasts: (address) => address.startsWith("/_next/static/"),
      generations,
      mostBytes: 2 ** 20,
    });
    const gate = await aGate(
      ({ url = "" }, response) => {
        asked.push(url);
        const type = url.endsWith(".css") ? "text/css; charset=UTF-8" : "font/woff2";
        response.writeHead(200, {
          "content-type": type,
          "cache-control": "public, max-age=31536000, immutable",
          link: "</x>; rel=help",
        });
        response.end(type === "font/woff2" ? Buffer.from([1, 2, 0, 255]) : css);
      },
      { pages },
    );
    return { ...gate, state, asked };
  }

  test("are made once, whatever is published and whether or not anybody can be asked", async () => {
    const { ask, state, asked } = await aGateWithFiles();
    await ask("/_next/static/a.css");
    Object.assign(state, { number: 9n, certain: false, reachable: false });
    const again = await ask("/_next/static/a.css");
    expect([again.status, again.text, asked.length]).toEqual([200, css, 1]);
    expect(again.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(again.headers.link).toBe("</x>; rel=help");
  });

  test("are compressed where they are text, and come as they are where not", async () => {
    const { ask } = await aGateWithFiles();
    const headers = { "accept-encoding": "br" };
    for (const _turn of [1, 2]) {
      expect(brotliDecompressSync((await ask("/_next/static/a.css", { headers })).body).toString()).toBe(css);
      const font = await ask("/_next/static/a.woff2", { headers });
      expect([[...font.body], font.headers["content-encoding"]]).toEqual([[1, 2, 0, 255], undefined]);
    }
  });
});

test("a file that stops half-way keeps nobody waiting for longer than a page may take, and is made anew", async () => {
  const { generations } = aGeneration();
  const pages = createPages({ keyOf: (path) => path, lasts: () => true, generations, mostBytes: 2 ** 20 });
  let made = 0;
  const { ask } = await aGate(
    (_request, response) => {
      response.writeHead(200, { "content-type": "text/css" }).write("p {");
      if ((made += 1) > 1) response.end(" }");
    },
    { pages, limits: { deadlineMs: 300 } },
  );
  expect((await ask("/_next/static/a.css")).status).toBe(503);
  expect(await ask("/_next/static/a.css")).toMatchObject({ status: 200, text: "p { }" });
});

describe("while it is not certain which pages are current", () => {
  test("each reader's page is asked after first", async () => {
    const { ask, state, made } = await aKeepingGate();
    await ask("/kept");
    state.certain = false;
    await ask("/kept");
    expect(made).toHaveLength(1);
    state.number = 2n;
    await ask("/kept");
    expect(made).toHaveLength(2);
  });

  test("with nobody to ask, the last good page is shown with a line about it, and no cache keeps it", async () => {
    const { ask, state } = await aKeepingGate();
    const before = await ask("/kept");
    Object.assign(state, { certain: false, reachable: false, broken: true });
    const during = await ask("/kept");
    expect(during.status).toBe(200);
    expect(during.text).toContain("nothing can be sent in at the moment");
    expect(during.headers["cache-control"]).toBe("no-store");
    Object.assign(state, { certain: true, reachable: true, broken: false });
    expect((await ask("/kept")).text).toBe(before.text);
  });

  test("with nobody to ask, a page that can be made all the same is the one to show", async () => {
    const { ask, state } = await aKeepingGate();
    await ask("/kept");
    Object.assign(state, { certain: false, reachable: false });
    expect((await ask("/kept")).text).toContain("Page 2 of");
    expect((await ask("/kept")).text).toContain("Page 3 of");
  });

  test("after a quarter of an hour it is shown no longer", async () => {
    const { ask, state, made } = await aKeepingGate();
    await ask("/kept");
    Object.assign(state, { certain: false, reachable: false, broken: true, ageMs: 15 * 60_000 + 1 });
    expect((await ask("/kept")).status).toBe(500);
    expect(made).toHaveLength(2);
  });

  test("what was taken down before is not shown again", async () => {
    const { ask, state, made } = await aKeepingGate();
    await ask("/kept");
    Object.assign(state, { number: 2n, certain: false, reachable: false, broken: true });
    expect((await ask("/kept")).status).toBe(500);
    expect(made).toHaveLength(2);
  });
});
