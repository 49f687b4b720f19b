import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPages } from "#lib/gate/pages/pages.ts";
import type { Answer } from "#lib/gate/send.ts";
import { aGate } from "../a-gate.ts";

const page = (text: string): Answer => ({
  status: 200,
  fields: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
  body: Buffer.from(`<html><body><main>${text}</main></body></html>`),
});

/** Pages that were kept when the database stopped to answer, without closing a connection: renders hang, and so do questions. */
async function pagesOfHungDatabase({ failsAfterMs = 8000 } = {}) {
  const state = { hung: false, canMake: true, certainAt: performance.now(), made: 0 };
  const pages = createPages({
    keyOf: (path) => path,
    mostBytes: 2 ** 20,
    generations: {
      known: () => (state.hung ? null : 1n),
      ask: () => wait(1000, null, { ref: false }),
      last: () => ({ generation: 1n, ageMs: state.hung ? performance.now() - state.certainAt : 0 }),
    },
  });
  const render = (key: string) => async () => {
    state.made += 1;
    if (key === "/about") return page("About");
    if (!state.canMake) await wait(failsAfterMs, null, { ref: false });
    return state.canMake ? page(`Page ${state.made}`) : { ...page(""), status: 503 };
  };
  const ask = async (key = "/kept") => {
    const begun = performance.now();
    const answer = await pages.answer(key, key, render(key), new AbortController().signal);
    const text = (answer.kept?.plain ?? (answer.body as Buffer)).toString();
    return { text, ms: performance.now() - begun };
  };
  for (const key of ["/kept", "/about"]) await ask(key);
  Object.assign(state, { hung: true, canMake: false, certainAt: performance.now() });
  return { state, pages, ask };
}

test("while the database hangs, only the first readers wait, and one page at a time is tried", async () => {
  const { state, pages, ask } = await pagesOfHungDatabase();
  const first = await Promise.all([ask(), ask()]);
  for (const { text, ms } of first) {
    expect(text).toContain("nothing can be sent in at the moment");
    expect(ms).toBeLessThan(4000);
  }
  expect(pages.isAway()).toBe(true);
  const before = state.made;
  for (let turn = 0; turn < 8; turn += 1) {
    const { text, ms } = await ask();
    expect(text).toContain("Page 1");
    expect(ms).toBeLessThan(500);
  }
  expect(state.made).toBeLessThanOrEqual(before + 1);
});

test("when pages can be made again they are shown, though still nobody says what is current", async () => {
  const { state, pages, ask } = await pagesOfHungDatabase({ failsAfterMs: 50 });
  await ask();
  state.canMake = true;
  expect((await ask()).text).toContain("Page 1");
  await wait(50);
  expect(pages.isAway()).toBe(false);
  expect((await ask()).text).toContain("Page 5");
});

test("a page that needs no database says nothing about the others", async () => {
  const { pages, ask } = await pagesOfHungDatabase({ failsAfterMs: 50 });
  await ask();
  for (const _turn of [1, 2]) {
    expect((await ask("/about")).text).toContain("About");
    await wait(100);
    expect(pages.isAway()).toBe(true);
  }
});

test("a database that answers again is not away any more", async () => {
  const { state, pages, ask } = await pagesOfHungDatabase();
  await ask();
  expect(pages.isAway()).toBe(true);
  state.hung = false;
  expect(pages.isAway()).toBe(false);
  expect((await ask()).text).not.toContain("nothing can be sent in");
});

test("while the database is away, what failed is not held up to ask about it once more", async () => {
  const { pages } = await pagesOfHungDatabase();
  const { ask } = await aGate((_request, response) => void response.writeHead(500).end(), {
    pages: { ...pages, keyOf: () => null, isAway: () => true },
    isDatabaseUp: () => new Promise<boolean>(() => undefined),
  });
  const begun = performance.now();
  expect((await ask("/editor/queue")).status).toBe(503);
  expect(performance.now() - begun).toBeLessThan(800);
});
