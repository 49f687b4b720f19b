import { createWriter } from "./words.ts";

const topics = [
  "libraries",
  "transport",
  "housing",
  "finance",
  "youth",
  "carers",
  "cyber",
  "buses",
  "arts",
  "museums-and-heritage",
];
const regions = [
  "london",
  "south-east",
  "south-west",
  "wales",
  "scotland",
  "north-east",
  "north-west",
  "east-midlands",
];

/** Addresses of pages that nobody has asked for yet, by what is dear about them. Each asks for something of its own. */
export function kinds(rows: number): Record<string, string[]> {
  const write = createWriter(11);
  const filters = Array.from({ length: 160 }, (_, turn) => {
    const [topic, region] = [topics[turn % topics.length], regions[Math.floor(turn / topics.length) % regions.length]];
    return `topic=${topic}&region=${region}&from=20${18 + (turn % 4)}-0${1 + (turn % 9)}`;
  });
  const pages = Math.floor(rows / 10);
  return {
    "filtered listing": filters.map((filter) => `/case-studies?${filter}`),
    "one filter": filters.map((_, turn) => `/case-studies?outcome=worked&page=${1 + turn}`),
    "deep page": filters.map(
      (_, turn) => `/case-studies?sort=title&page=${Math.max(1, Math.floor((pages * (turn + 1)) / 170))}`,
    ),
    search: filters.slice(0, 60).map(() => `/case-studies?q=${encodeURIComponent(write(3))}`),
    "filtered search": filters
      .slice(0, 60)
      .map((filter) => `/case-studies?q=${encodeURIComponent(write(3))}&${filter}`),
  };
}
