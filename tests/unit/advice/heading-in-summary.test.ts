import { describe, expect, test } from "vitest";
import { saysOf } from "./advise.ts";

const says = (summary: string) => saysOf("heading-in-summary", { summary });

describe("a heading at the end of the summary is pointed out", () => {
  test.each([
    ["Two towns shared a bus.\nThe challenge", "The challenge"],
    ["Two towns shared a bus. The challenge", "The challenge"],
    ["Two towns shared a bus. The challenge:", "The challenge"],
    ["Two towns shared a bus The challenge", "The challenge"],
    ["Two towns shared a bus. Background", "Background"],
    ["Two towns shared a bus.\n\n## Why we did it", "Why we did it"],
    ["Two towns shared a bus.\n**Lessons learned**", "Lessons learned"],
    ["Two towns shared a bus. How is the new approach being sustained?", "How is the new approach being sustained?"],
  ])("%s", (summary, heading) =>
    expect(says(summary)).toEqual([`Take “${heading}” off the end of the summary: it reads as a heading.`]),
  );

  test("a short last line without a full stop may be one", () => {
    expect(says("Two towns shared a bus.\nWhy buses matter")).toEqual([
      "Take the last line out of the summary if it is a heading, or end it with a full stop.",
    ]);
  });
});

describe("an ordinary end is left alone", () => {
  test.each([
    "Two towns shared a bus.",
    "Two towns shared a bus",
    "Background",
    "The challenge",
    "It cost £20,000, or 3.5 per cent.",
    "The bus was chosen by Dr. Smith",
    "We took on the challenge.",
    "Nobody took on the challenge",
    "Two towns shared a bus.\nIt was full.",
    "Two towns shared a bus.\n“It was full.”",
    "We shared:\n- buses\n- drivers",
    "Two towns shared a bus.\nand the towns then went on to share a timetable",
    "",
  ])("%s", (summary) => expect(says(summary)).toEqual([]));

  test("headings elsewhere are nobody's business", () => {
    expect(saysOf("heading-in-summary", { challenge: "Two towns.\n\n## The challenge" })).toEqual([]);
  });
});
