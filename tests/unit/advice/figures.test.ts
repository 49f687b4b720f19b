import { describe, expect, test } from "vitest";
import { saysOf } from "./advise.ts";

const noFigure = "Give at least one figure for what changed, such as a number before and after.";
const row = (before: string, after: string, unit = "", name = "Visits") => ({ name, before, after, unit });

describe("an impact without a figure", () => {
  test.each([
    "Things got better.",
    "Things got better in 2019.",
    "Between April 2019 and March 2020/21 things got better.",
    "People came back after COVID-19.",
    "1. Better\n2. Nicer",
    "[Better](https://a.example/2020)",
    "Someone noticed a weight off her mind.",
  ])("%s", (impact) => expect(saysOf("no-figure", { impact })).toEqual([noFigure]));
});

describe("an impact with a figure, or none written yet", () => {
  test.each([
    "We saved £20,000.",
    "It rose by 3.5 per cent.",
    "Use grew by ½.",
    "Complaints halved.",
    "Visits doubled in 2019.",
    "Twelve families moved.",
    "A third of them came back.",
    "| a | b |\n|---|---|\n| visits | 12 |",
    "٣ مرات",
    "",
  ])("%s", (impact) => expect(saysOf("no-figure", { impact })).toEqual([]));

  test("a measure is a figure too, if it has a value", () => {
    expect(saysOf("no-figure", { impact: "Better.", measures: [row("", "12", "a day")] })).toEqual([]);
    expect(saysOf("no-figure", { impact: "Better.", measures: [row("few", "many")] })).toEqual([noFigure]);
  });

  test("figures elsewhere do not count", () => {
    expect(saysOf("no-figure", { impact: "Better.", challenge: "We had 12 buses.", people: "2" })).toEqual([noFigure]);
  });
});

describe("a measure", () => {
  test.each([
    [row("10", "20"), ["Give “Visits” a unit, such as visits, days, % or £."]],
    [row("1,000", "about a few"), ["Give “Visits” a unit, such as visits, days, % or £."]],
    [row("", "20", " ", ""), ["Give this measure a unit, such as visits, days, % or £."]],
    [row("10", "20", "a day"), []],
    [row("10%", "20%"), []],
    [row("£20,000", "£19,000"), []],
    [row("3.5 per cent", "4 per cent"), []],
    [row("", ""), []],
    [row("none", "some"), []],
  ])("%j", (measure, expected) => expect(saysOf("measure-unit", { measures: [measure] })).toEqual(expected));
});
