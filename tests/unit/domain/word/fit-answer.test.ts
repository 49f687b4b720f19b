import { describe, expect, test } from "vitest";
import { fitAnswer } from "#lib/domain/word/fit-answer.ts";
import { plainHeading } from "#lib/domain/word/headings.ts";
import { getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { names } from "#tests/support/word/answers.ts";

const template = getTemplate("case-study-1");
const questionOf = (key: string) => questionsOf(template).find((one) => one.key === key)!;
const lists = {
  ...names,
  councils: [
    ...names.councils,
    {
      id: "bcp",
      name: "Bournemouth, Christchurch and Poole Council",
      shortName: "Bournemouth, Christchurch and Poole",
    },
  ],
};

describe("what was read below a question with names to choose from", () => {
  test("is the names there are, those with commas in them too, and the words that name nothing", () => {
    const raw = ["Dover, Bournemouth, Christchurch and Poole, Elsewhere & Kent", "Thanet"];
    expect(fitAnswer(questionOf("partners"), raw, lists)).toEqual({
      answer: ["dover", "bcp", "kent", "thanet"],
      rest: ["Elsewhere"],
    });
  });

  test("is left as one sentence where nothing in it is known", () => {
    const said = "We worked with the parish, three schools and a bus company, and with volunteers";
    expect(fitAnswer(questionOf("partners"), [said, "Dover and friends"], lists)).toEqual({
      answer: ["dover"],
      rest: [said, "friends"],
    });
  });

  test("is looked up a bounded number of times, and the rest is kept as it is", () => {
    let looks = 0;
    const councils = lists.councils.map((council) => ({
      ...council,
      get name() {
        looks += 1;
        return council.name;
      },
    }));
    const { answer, rest } = fitAnswer(questionOf("partners"), "Kent, " + "a, ".repeat(3000) + "\nDover", {
      ...lists,
      councils,
    });
    expect(answer).toEqual(["kent"]);
    expect(rest).toHaveLength(50);
    expect(rest.join("").match(/a/g)).toHaveLength(3000);
    expect(rest.at(-1)).toMatch(/\nDover$/);
    expect(looks).toBeLessThan(100);
  });

  test("is a choice only where it is as short as one", () => {
    const said = `It was mixed. ${"We will see. ".repeat(100)}`.trim();
    expect(fitAnswer(questionOf("outcome"), "It was mixed.", lists).answer).toBe("mixed");
    expect(fitAnswer(questionOf("outcome"), said, lists)).toEqual({ answer: undefined, rest: [said] });
  });
});

test("a heading is plain in one pass over it, whatever is opened and not closed", () => {
  // Looking on from each of them to the end would take hours.
  expect(plainHeading(`Impact ${"(".repeat(1_000_000)}`)).toBe("impact");
  expect(plainHeading(`${"[".repeat(1_000_000)} Impact`)).toBe("impact");
  expect(plainHeading(`${" ".repeat(1_000_000)}1. Impact`)).toBe("impact");
  expect(plainHeading("The impact (in short) [draft]")).toBe("impact");
});
