import { describe, expect, test } from "vitest";
import { createPages, type Generations } from "#lib/gate/pages/pages.ts";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { aGate, aPage, rendering } from "../a-gate.ts";

const page = aPage(`<p>${"It says a good deal. ".repeat(100)}</p>`);

/** A gate before a renderer of which the test says whether it can make pages that name a generation, as from a replica, and others. */
async function aGateBeforeReplicas({ replicas = true } = {}) {
  const state = { number: (1n << 64n) + 7n, known: true, primary: true, replica: true };
  const generations: Generations = {
    known: () => (state.known ? state.number : null),
    ask: async () => null,
    last: () => ({ generation: state.number, ageMs: 0 }),
  };
  const asked: string[] = [];
  const pages = createPages({
    keyOf: (path) => (path.startsWith("/kept") || path.startsWith("/file") ? path : null),
    lasts: (path) => path.startsWith("/file"),
    generations,
    replicas,
    mostBytes: 2 ** 20,
  });
  const gate = await aGate(
    (request, response) => {
      const generation = request.headers[gateHeaders.generation];
      asked.push(`${request.method} ${request.url} ${String(generation ?? "none named")}`);
      const works = generation === undefined ? state.primary : state.replica;
      (works ? rendering(page) : rendering("", 500))(request, response);
    },
    { pages, posts: [/^\/form$/] },
  );
  return { ...gate, state, asked };
}

describe("a page is asked for from a replica", () => {
  test("that shows at least the generation it is kept under", async () => {
    const { ask, state, asked } = await aGateBeforeReplicas();
    await ask("/kept");
    await ask("/kept");
    state.number += 1n;
    await ask("/kept");
    expect(asked).toEqual([`GET /kept ${(1n << 64n) + 7n}`, `GET /kept ${(1n << 64n) + 8n}`]);
  });

  test("only where it is a public one, whatever a visitor says", async () => {
    const { ask, port, asked } = await aGateBeforeReplicas();
    const headers = { [gateHeaders.generation]: "0", origin: `http://127.0.0.1:${port}` };
    await ask("/own", { headers });
    await ask("/file.css", { headers });
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded", "content-length": "3" };
    await ask("/form", { method: "POST", headers: form, body: "a=b" });
    expect(asked).toEqual(["GET /own none named", "GET /file.css none named", "POST /form none named"]);
  });

  test("and made from the primary where that failed", async () => {
    const { ask, state, asked } = await aGateBeforeReplicas();
    state.replica = false;
    expect((await ask("/kept")).status).toBe(200);
    expect(asked).toEqual([`GET /kept ${state.number}`, "GET /kept none named"]);
    expect((await ask("/kept")).status).toBe(200);
    expect(asked).toHaveLength(2);
    state.primary = false;
    expect((await ask("/kept2")).status).toBe(500);
    expect(asked).toHaveLength(4);

    const without = await aGateBeforeReplicas({ replicas: false });
    without.state.replica = false;
    expect((await without.ask("/kept")).status).toBe(500);
    expect(without.asked).toEqual([`GET /kept ${state.number}`]);
  });
});

describe("while nobody says what is current", () => {
  test("a page is made from the primary, and says nothing, if that answers", async () => {
    const { ask, state, asked } = await aGateBeforeReplicas();
    state.known = false;
    expect((await ask("/kept")).text).not.toContain("at the moment");
    await ask("/kept");
    expect(asked).toEqual(["GET /kept none named", "GET /kept none named"]);
  });

  test("otherwise from a replica no older than what was heard last, says so, and is kept for as long", async () => {
    const { ask, state, asked } = await aGateBeforeReplicas();
    Object.assign(state, { known: false, primary: false });
    const first = await ask("/kept");
    expect(first).toMatchObject({ status: 200, text: expect.stringContaining("nothing can be sent in at the moment") });
    expect(first.headers["cache-control"]).toBe("no-store");
    expect((await ask("/kept")).text).toBe(first.text);
    // Besides, the primary is tried now and then while nobody waits for it.
    const ofReplicas = () => asked.filter((one) => one !== "GET /kept none named");
    expect(ofReplicas()).toEqual([`GET /kept ${state.number}`]);

    Object.assign(state, { known: true, primary: true });
    expect((await ask("/kept")).text).not.toContain("at the moment");
    state.number += 1n;
    await ask("/kept");
    expect(ofReplicas().slice(1)).toEqual([`GET /kept ${state.number}`]);
  });
});
