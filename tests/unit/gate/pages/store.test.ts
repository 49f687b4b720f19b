import { expect, test } from "vitest";
import { keptPageOf } from "#lib/gate/pages/kept-page.ts";
import { createPageStore, createTwoStores } from "#lib/gate/pages/store.ts";
import { noise } from "../a-page-of-noise.ts";

const aKeptPage = (bytes: number, generation = 1n) =>
  keptPageOf({ status: 200, fields: { "content-type": "text/html" }, body: noise(bytes) }, generation);

test("of what is there for the longest time, what nobody read goes first, and the bytes stay within their bound", () => {
  const page = aKeptPage(5000);
  const store = createPageStore(page.bytes * 3 + 100);
  for (const key of ["a", "b", "c"]) store.keep(key, page);
  store.find("a");
  store.keep("d", page);
  expect(["a", "b", "c", "d"].filter((key) => store.find(key))).toEqual(["a", "c", "d"]);
  expect(store.size().bytes).toBeLessThanOrEqual(page.bytes * 3 + 100);
});

test("a new page is kept though everything else was read, and what is read no more goes in the end", () => {
  const page = aKeptPage(5000);
  const store = createPageStore(page.bytes * 2 + 100);
  for (const key of ["a", "b"]) store.keep(key, page);
  for (const key of ["a", "b"]) store.find(key);
  store.keep("c", page);
  expect(store.find("c")).toBe(page);
  store.keep("d", page);
  store.find("c");
  // What was read outlives what is younger and was not, for one time.
  store.keep("e", page);
  expect(["a", "b", "c", "d", "e"].filter((key) => store.find(key))).toEqual(["c", "e"]);
});

test("what is of an earlier state goes before anything of the present one, however often it was read", () => {
  const store = createPageStore(aKeptPage(5000).bytes * 3 + 100);
  for (const key of ["a", "b"]) {
    store.keep(key, aKeptPage(5000, 1n));
    store.find(key);
  }
  for (const key of ["c", "d", "e"]) store.keep(key, aKeptPage(5000, 2n));
  expect(["a", "b", "c", "d", "e"].filter((key) => store.find(key))).toEqual(["c", "d", "e"]);
});

test("a page larger than everything pushes nothing out", () => {
  const page = aKeptPage(5000);
  const store = createPageStore(page.bytes + 100);
  store.keep("a", page);
  store.keep("b", aKeptPage(20_000));
  expect(store.find("a")).toBe(page);
  expect(store.find("b")).toBeUndefined();
});

test("a page kept again under its key counts once", () => {
  const page = aKeptPage(5000);
  const store = createPageStore(page.bytes * 2 + 100);
  for (let turn = 0; turn < 10; turn += 1) store.keep("a", page);
  store.keep("b", page);
  expect(store.find("a")).toBe(page);
});

test("a page larger than everything is not kept", () => {
  const store = createPageStore(100);
  store.keep("a", aKeptPage(5000));
  expect(store.find("a")).toBeUndefined();
});

test("a flood of pages that are one of very many pushes out no other", () => {
  const page = aKeptPage(5000);
  const store = createTwoStores(page.bytes * 4 + 400, (key) => key.includes("?"));
  store.keep("/about", page);
  for (let number = 0; number < 10; number += 1) store.keep(`/case-studies?q=${number}`, page);
  expect(store.find("/about")).toBe(page);
  expect(store.find("/case-studies?q=9")).toBe(page);
  expect(store.find("/case-studies?q=1")).toBeUndefined();
});
