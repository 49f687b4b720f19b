import { writeFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { drawn } from "#app/(public)/case-studies/[slug]/picture.png/drawn.tsx";

const facts = [
  { name: "Outcome", label: "Did not work", outcome: "did-not-work" },
  { name: "Cost", label: "£250,000 to £1 million", outcome: null },
  { name: "Evidence", label: "Before-and-after figures", outcome: null },
];
const folder = process.env["PICTURES_FOLDER"];

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["an ordinary title", "Night buses for the harbour festival"],
  ["the longest title", `${"Working together on warmer homes ".repeat(5)}`.slice(0, 150)],
  ["the longest title in wide letters without a space", "W".repeat(150)],
  ["a title in Welsh", "Tŷ’r Ŵyl: dysgu’r Gymraeg – “gyda’n gilydd”…"],
  ["letters that the typeface lacks", "Buses 🚌 عربى 中文 ok\u0301 \u202Ebackwards"],
  ["no title at all", ""],
])("%s makes a picture of one size, and nothing is fetched for it (V1.3.6)", async (name, title) => {
  const own = globalThis.fetch;
  const fetched = vi.fn((address: string | URL | Request) => own(address));
  vi.stubGlobal("fetch", fetched);
  const by = name.startsWith("the longest") ? "A trust with a long name, ".repeat(8) : "Cyngor Ynys Môn";
  const picture = new DataView(await drawn({ title, by, facts }, name));
  if (folder) writeFileSync(`${folder}/${name.replaceAll(" ", "-")}.png`, new Uint8Array(picture.buffer));

  expect(picture.getUint32(0)).toBe(0x89504e47);
  expect([picture.getUint32(16), picture.getUint32(20)]).toEqual([1200, 630]);
  const outside = fetched.mock.calls
    .map(([address]) => String(address))
    .filter((address) => !/^(file|data):/.test(address));
  expect(outside).toEqual([]);
});
