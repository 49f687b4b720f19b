import { describe, expect, test } from "vitest";
import { likeness } from "#lib/domain/advice/trigrams.ts";
import { adviceOf, saysOf } from "./advise.ts";

describe("a start in the future", () => {
  const now = new Date("2026-11-30T23:30:00Z");

  test.each([
    ["2026-12", ["“Start” is in the future. Check it, or leave it empty until it has come."]],
    ["2027-01", ["“Start” is in the future. Check it, or leave it empty until it has come."]],
    ["2026-11", []],
    ["1999-12", []],
    ["soon", []],
  ])("%s", (start, expected) => expect(saysOf("start-in-future", { start }, { now })).toEqual(expected));

  test("is judged by the calendar of the United Kingdom", () => {
    expect(saysOf("start-in-future", { start: "2026-07" }, { now: new Date("2026-06-30T23:30:00Z") })).toEqual([]);
  });

  test("an end may be", () => {
    expect(saysOf("start-in-future", { start: "2026-01", end: "2030-01" }, { now })).toEqual([]);
  });
});

describe("titles are alike when their words are", () => {
  test.each([
    ["Warm homes for Towerham tenants", "Warm homes for tenants in Towerham"],
    ["Reablement at home", "Home reablement service"],
    ["Cutting missed bins with route planning", "Route planning that cut missed bins"],
    ["Caffi trwsio’r dref", "Caffi trwsio'r DREF"],
    ["How it was", "How it was"],
  ])("%s / %s", (one, other) => expect(likeness(one, other)).toBeGreaterThanOrEqual(0.6));

  test.each([
    ["What was humming at three in the morning", "Who needs it at three in the morning?"],
    ["The case in gallery six", "Canaries in the gallery"],
    ["Recycling in Towerham", "Reablement in Towerham"],
    ["Night buses", "Night shelters"],
    ["", ""],
  ])("but %s / %s are not", (one, other) => expect(likeness(one, other)).toBeLessThan(0.6));
});

describe("a likely duplicate", () => {
  const titles = [
    { slug: "warm", title: "Warm homes for tenants", councilId: "dorset" },
    { slug: "warmer", title: "Warm homes for Towerham’s tenants", councilId: "dorset" },
    { slug: "elsewhere", title: "Warm homes for Towerham tenants", councilId: "leeds" },
    { slug: "nobody", title: "Warm homes for Towerham tenants", councilId: null },
  ];
  const title = "Warm homes for tenants in Towerham";

  test("is the closest title of the same lead council, with its slug", () => {
    expect(adviceOf("likely-duplicate", { title, council: "dorset" }, { titles })).toEqual([
      {
        kind: "likely-duplicate",
        section: "about",
        question: "title",
        message:
          "Your council already has a case study with a title like this. If it is the same work, update that one.",
        excerpt: "Warm homes for Towerham’s tenants",
        slug: "warmer",
      },
    ]);
  });

  test.each([
    ["another council's is none", { title, council: "york" }],
    ["another title is none", { title: "Night buses", council: "dorset" }],
    ["without a council there is none", { title }],
    ["without a title there is none", { council: "dorset" }],
  ])("%s", (_, answers) => expect(adviceOf("likely-duplicate", answers, { titles })).toEqual([]));
});
