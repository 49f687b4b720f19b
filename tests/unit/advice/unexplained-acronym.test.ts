import { describe, expect, test } from "vitest";
import { adviceOf, saysOf } from "./advise.ts";

const named = (challenge: string) =>
  saysOf("unexplained-acronym", { challenge }).map((message) => /^Say what (\S+) means/.exec(message)?.[1]);

describe("an acronym is named when nothing explains it", () => {
  test.each([
    ["LGR changed everything.", ["LGR"]],
    ["We waited for LGR.", ["LGR"]],
    ["The MHCLG’s letter came.", ["MHCLG"]],
    ["Both ICBs agreed.", ["ICB"]],
    ["The DfE and the MoJ agreed.", ["DfE", "MoJ"]],
    ["An LGR-led review", ["LGR"]],
    ["**LGR** came, with _CQC_ behind it.", ["LGR", "CQC"]],
    ["## What LGR meant for us\n\nMuch.", ["LGR"]],
    ["It was early (a CQC visit came later).", ["CQC"]],
    ["ANPR (2024) failed.", ["ANPR"]],
    ["LGR (see below) came.", ["LGR"]],
    ["We asked [the ICB](https://icb.example).", ["ICB"]],
    ["ÉÀÇ came to the meeting.", ["ÉÀÇ"]],
  ])("%s", (text, expected) => expect(named(text)).toEqual(expected));
});

describe("an acronym is left alone when brackets explain it, or when it is none", () => {
  test.each([
    "Local government reorganisation (LGR) came. LGR took a year.",
    "Local government reorganisation (the “LGR”) came.",
    "The Ministry of Housing, Communities and Local Government (MHCLG) wrote.",
    "Integrated care boards (ICBs) agreed.",
    "**Local government reorganisation** (**LGR**) came.",
    "[Local government reorganisation](https://a.example/LGR) (LGR) came.",
    "Local government reorganisation (LGR, or “the merger”) came.",
    "LGR (local government reorganisation) came.",
    "ANPR (automatic number plate recognition) failed.",
    "LGR, which stands for local government reorganisation, came.",
    "The UK, the NHS, the BBC, a GP, two GPs, VAT and COVID-19.",
    "An R&D grant, a Q&A and the A&E.",
    "Phase II and part IV of the plan.",
    "It must NOT be done, EVER AND ALWAYS.",
    "WHAT WE DID NEXT",
    "BACKGROUND",
    "Then CAME THE FLOOD and we left.",
    "Write to SW1A 1AA about S106, CO2 and PM2.5 on the M25.",
    "GitHub, LinkedIn and McDonald are names.",
    "See https://www.example/LGR and LGR@council.example.",
    "```\nLGR\n```\n\nNothing.",
    "I saw a plan B.",
  ])("%s", (text) => expect(named(text)).toEqual([]));
});

test("it is named once, where it is first used in the version", () => {
  const answers = {
    summary: "LGR came.",
    challenge: "LGR came again.",
    lessons: "LGR (local government reorganisation)",
  };
  expect(adviceOf("unexplained-acronym", answers)).toEqual([
    {
      kind: "unexplained-acronym",
      section: "about",
      question: "summary",
      message: "Say what LGR means the first time you use it.",
      excerpt: "LGR came.",
    },
  ]);
});
