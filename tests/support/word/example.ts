import type { Answers } from "#lib/domain/template/answers.ts";

/** A case study with everything in it that the first template asks for. */
export const example: Answers = {
  title: "Weekend buses shared by three harbour towns",
  council: "thanet",
  partners: ["dover", "kent"],
  summary:
    "Three coastal councils ran one late timetable for twelve weekends. Use grew from 300 to 1,140 passengers a weekend.",
  topics: ["buses", "youth"],
  supportTypes: ["grant-funding"],
  start: "2024-04",
  end: "2024-09",
  outcome: "mixed",
  cost: "10k-50k",
  funding: "Bus Service Improvement Plan grant, then fares",
  firstResults: "1-3-months",
  evidence: "before-and-after",
  challenge:
    "The last bus left the harbour at **19:20**. In our survey of 412 evening workers, _38%_ walked home.\n\n### Who it touched\n\n- people on late shifts\n- young people\n  - under 16\n  - from 16 to 18\n- visitors\n\n> I turned down three shifts because of it.",
  solution:
    "We did three things:\n\n1. moved two vehicles from a daytime route\n2. set one fare of £2\n3. put the times on every payslip\n\nSee [the timetable](https://example.org/timetable?a=1&b=2) for more.\n\n| Town | Buses | Fare |\n| - | - | - |\n| Margate | 12 | £2 |\n| Deal | 8 | £2 |",
  impact:
    "Use grew from 300 to 1,140 passengers a weekend.\n\n#### In short\n\nCalls about lone walkers fell from 22 to 9 a month.",
  measures: [
    { name: "Weekend passengers", before: "300", after: "1,140", unit: "people" },
    { name: "Calls about lone walkers", before: "22", after: "9", unit: "a month" },
  ],
  people: "If you work late at the harbour, there is now a bus home until 23:30, for £2.",
  sustained: "Fares cover 71% of the cost.\n\nThe three councils share the rest.",
  lessons: "Tell the drivers *before* the newspapers.\n\n---\n\nBegin in May.",
  links: [
    { title: "Timetable", url: "https://example.org/timetable" },
    { title: "Report", url: "https://example.org/report.pdf?x=1&y=2" },
  ],
  documents: [{ attachment: "0196a000-0000-7000-8000-000000000001", title: "Evaluation", alt: "", credit: "" }],
  images: [
    {
      attachment: "0196a000-0000-7000-8000-000000000002",
      title: "The bus",
      alt: "A red bus at the harbour at night",
      credit: "Thanet District Council",
    },
  ],
  contact: "0196a000-0000-7000-8000-000000000003",
  accurate: true,
  contactConsent: false,
};

export const exampleContact = { name: "Transport team", email: "transport@thanet.gov.uk", phone: "01843 577000" };
