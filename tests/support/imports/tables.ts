import { csvRecord } from "#lib/feeds/csv.ts";

const words =
  "the council worked with residents and partners to find out what helped and measured what came of it over two years".split(
    " ",
  );

/** Some sentences that differ from row to row. */
const prose = (row: number, sentences: number) =>
  Array.from({ length: sentences }, (_, turn) => {
    const some = Array.from(
      { length: 14 },
      (_, index) => words[(row * 7 + turn * 5 + index * (1 + (row % 3))) % words.length],
    );
    return `In year ${2000 + ((row + turn) % 25)} ${some.join(" ")}.`;
  }).join(" ");

const columns = [
  ...[
    "reference",
    "kind",
    "title",
    "council",
    "partners",
    "summary",
    "topics",
    "supportTypes",
    "start",
    "end",
    "outcome",
  ],
  ...[
    "cost",
    "funding",
    "firstResults",
    "evidence",
    "challenge",
    "solution",
    "impact",
    "measures",
    "people",
    "sustained",
  ],
  ...["lessons", "links", "lead", "contactName", "contactEmail", "contactPhone"],
];

const councils = ["Dorset Council", "Thanet", "Derbyshire County Council", "Wirral", "Oxford City Council"];
const outcomes = ["worked", "mixed", "Did not work"];

/** A case study as a row of a table, whole. */
export function aRow(row: number, changed: Partial<Record<string, string>> = {}): Record<string, string> {
  return {
    ...{ reference: `CS-${row}`, kind: "case study", title: `How case study ${row} came about` },
    ...{ council: councils[row % councils.length] ?? "", partners: row % 4 ? "" : "Kent; Medway" },
    ...{ summary: prose(row, 2).slice(0, 280), topics: row % 2 ? "Libraries; Arts" : "Waste and recycling" },
    ...{ supportTypes: row % 3 ? "" : "Peer challenge", start: "2021-04", end: "March 2023" },
    ...{ outcome: outcomes[row % 3] ?? "", cost: "10k-50k", funding: "Revenue budget" },
    ...{ firstResults: "3-6-months", evidence: "description" },
    ...{ challenge: prose(row, 8), solution: prose(row + 1, 12), impact: prose(row + 2, 8) },
    ...{ measures: "Visits; 300; 1,140; people a week", people: "There is more to do near home." },
    ...{ sustained: prose(row + 3, 4), lessons: prose(row + 4, 6), links: "The report https://example.org/report" },
    ...{ contactName: "The team", contactEmail: `team${row}@council.example`, contactPhone: "" },
    ...changed,
  };
}

/** A CSV file of rows, each a whole case study unless it says otherwise. */
export const aTable = (rows: readonly Record<string, string>[], names: readonly string[] = columns): string =>
  [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))].map((cells) => csvRecord(cells)).join("");

/** So many rows. */
export const rowsUpTo = (count: number): Record<string, string>[] =>
  Array.from({ length: count }, (_, row) => aRow(row + 1));
