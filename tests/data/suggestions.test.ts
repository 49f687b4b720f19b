import { beforeAll, expect, test } from "vitest";
import { suggest } from "#lib/data/search/suggest.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeAll(async () => {
  for (const title of ["Night-time buses, on demand", "The “Open Door” café", "100% recycled bins"])
    await aVersion("published", { title });
});

const titlesFor = async (typed: string) =>
  (await suggest(typed)).filter(({ kind }) => kind === "title").map(({ text }) => text);

test.each([
  ["night-time", "Night-time buses, on demand"],
  ["Night-time buses, on", "Night-time buses, on demand"],
  ["the open door", "The “Open Door” café"],
  ["“open door” CAFE", "The “Open Door” café"],
  ["100% rec", "100% recycled bins"],
])("a title is found by how it begins, as it is written: %s", async (typed, title) => {
  expect(await titlesFor(typed)).toEqual([title]);
});

test.each(["%", "___", "100_ rec", "\\\\\\"])(
  "what stands for anything elsewhere stands for itself: %s",
  async (typed) => {
    expect(await titlesFor(typed)).toEqual([]);
  },
);
