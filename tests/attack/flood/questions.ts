const rare = [
  "zeppelin",
  "quixotic",
  "marmalade",
  "obelisk",
  "tarragon",
  "wyvern",
  "juniper",
  "basalt",
  "ferrous",
  "gossamer",
];
const filters = [
  ...[
    "topic=libraries",
    "topic=public-health",
    "topic=flooding",
    "support=training",
    "support=grant-funding",
    "region=wales",
  ],
  ...[
    "region=london",
    "type=unitary",
    "type=district",
    "type=county",
    "outcome=worked",
    "outcome=mixed",
    "cost=under-10k",
  ],
  ...["evidence=comparison", "from=2019-01", "to=2026-10", "sort=title"],
];

export const kept = [
  "/",
  "/case-studies",
  "/topics",
  "/about",
  "/councils",
  "/submit",
  "/case-studies?topic=libraries",
];

type Chance = () => number;

const pick = <Item>(chance: Chance, items: readonly Item[]) => items[Math.floor(chance() * items.length)] as Item;
const anything = (chance: Chance) => chance().toString(36).slice(2, 8);

export interface Question {
  path: string;
  form?: string;
}

/** What each part of a crowd asks for. None but the first has been asked for before. */
export const questions = {
  kept: (chance: Chance): Question => ({ path: pick(chance, kept) }),
  search: (chance: Chance): Question => ({
    path: `/case-studies?q=${pick(chance, rare)}+${anything(chance)}+${pick(chance, rare)}+council+people`,
  }),
  deep: (chance: Chance): Question => ({
    path: `/case-studies?q=the+${anything(chance)}&page=${2 + Math.floor(chance() * 60)}&sort=oldest`,
  }),
  facets: (chance: Chance): Question => ({
    path: `/case-studies?q=${anything(chance)}&${filters.filter(() => chance() < 0.8).join("&")}`,
  }),
  form: (chance: Chance): Question =>
    chance() < 0.5
      ? { path: "/submit/start" }
      : {
          path: "/submit/start/save",
          form: `title=${"x".repeat(200)}&council=Nowhere+${anything(chance)}&key=&subject=`,
        },
};

export type Part = keyof typeof questions;
