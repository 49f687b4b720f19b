import { describe, expect, test } from "vitest";
import { sentencesOf, wordsOf } from "#lib/domain/advice/sentences.ts";
import { adviceOf, saysOf } from "./advise.ts";

describe("a paragraph is read as its sentences", () => {
  test.each([
    ["It cost £20,000. It worked.", ["It cost £20,000.", "It worked."]],
    ["It rose by 3.5 per cent. Then it fell.", ["It rose by 3.5 per cent.", "Then it fell."]],
    ["Dr. Smith and Cllr. Jones met.", ["Dr. Smith and Cllr. Jones met."]],
    ["Some, e.g. Leeds, i.e. 3.5 per cent.", ["Some, e.g. Leeds, i.e. 3.5 per cent."]],
    ["See No. 5 and Fig. 2. Then stop.", ["See No. 5 and Fig. 2.", "Then stop."]],
    ["We planted them. 91 per cent lived.", ["We planted them.", "91 per cent lived."]],
    ["We paid. £5 was enough for most.", ["We paid.", "£5 was enough for most."]],
    ["“It works.” She left? Yes… she did!", ["“It works.”", "She left?", "Yes… she did!"]],
    ["At St. Mary’s (approx. 5 miles) we met.", ["At St. Mary’s (approx. 5 miles) we met."]],
    ["It ends with Dr.", ["It ends with Dr."]],
    ["", []],
  ])("%s", (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  test("a dash between words is no word", () => {
    expect(wordsOf("one – two - three & “four”")).toHaveLength(4);
  });
});

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

describe("a long sentence", () => {
  test("is one of more than 35 words, and the message counts them", () => {
    expect(saysOf("long-sentence", { challenge: `${words(35)}.` })).toEqual([]);
    expect(saysOf("long-sentence", { challenge: `${words(36)}.` })).toEqual([
      "This sentence has 36 words. Split it into shorter ones.",
    ]);
  });

  test.each([
    ["items of a list are sentences of their own", `- ${words(20)}\n- ${words(20)}`],
    ["a numbered list too", `1. ${words(20)}\n2. ${words(20)}`],
    ["cells of a table are none", `| a | b |\n|---|---|\n| ${words(20)} | ${words(20)} |`],
    ["a heading is none", `## ${words(20)}\n${words(20)}`],
    ["a quotation is apart from what comes before it", `${words(20)}\n> ${words(20)}`],
    ["addresses of links are not counted", `${words(34)} [a](https://a.example "b c d").`],
    ["code is not prose", `\`\`\`\n${words(40)}\n\`\`\``],
  ])("%s", (_, challenge) => expect(saysOf("long-sentence", { challenge })).toEqual([]));

  test("goes on over a line break", () => {
    expect(saysOf("long-sentence", { challenge: `${words(20)}\n${words(20)}.` })).toHaveLength(1);
  });
});

describe("a sentence that stands twice", () => {
  const sentence = "The last bus left the town at seven.";

  test("is named at its second place, with its first", () => {
    expect(adviceOf("repeated-sentence", { challenge: sentence, lessons: `Well. ${sentence} ${sentence}` })).toEqual([
      {
        kind: "repeated-sentence",
        section: "lessons",
        question: "lessons",
        message: "This sentence is also in “The challenge”. Keep it in one of the two.",
        excerpt: sentence,
      },
    ]);
  });

  test("is found within one answer, whatever its marks, case or emphasis", () => {
    const challenge = `${sentence}\n\n- the **last** bus left\n  the town at seven`;
    expect(saysOf("repeated-sentence", { challenge })).toEqual([
      "This sentence is in this answer twice. Keep it once.",
    ]);
  });

  test.each([
    ["short ones may come again", "It worked well here. It worked well here."],
    ["figures make a difference", "Visits rose to 3.5 a day here. Visits rose to 35 a day here."],
    ["headings may come again", "## What we did in the first year\n\na\n\n## What we did in the first year"],
    ["sentences that begin alike differ", "The last bus left town at six. The last bus left town at seven."],
  ])("%s", (_, challenge) => expect(saysOf("repeated-sentence", { challenge })).toEqual([]));
});
