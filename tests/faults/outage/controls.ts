import { brokenPromises, type Figures } from "./promises.ts";

const spoil =
  (kind: string, change: (tally: Figures["tallies"][string]) => Partial<Figures["tallies"][string]>) =>
  (figures: Figures): Figures => {
    const tally = figures.tallies[kind] ?? { answers: {}, times: [], wrong: [] };
    return { ...figures, tallies: { ...figures.tallies, [kind]: { ...tally, ...change(tally) } } };
  };

/** Faults that the site must not have, made by hand. */
const controls: Record<string, (figures: Figures) => Figures> = {
  "a bare 500": spoil("form", ({ answers }) => ({ answers: { ...answers, "500": 1 } })),
  "a connection broken off": spoil("editors' page", ({ answers }) => ({ answers: { ...answers, none: 1 } })),
  "a kept page that did not come": spoil("kept page", ({ wrong }) => ({ wrong: [...wrong, "/topics, 503"] })),
  "an answer after six seconds": spoil("page never read", ({ times }) => ({ times: [...times, 6000] })),
  "a health check after two seconds": spoil("/healthz", ({ times }) => ({ times: [...times, 2000] })),
  "a kind of request that nobody made": spoil("submit page", () => ({ times: [] })),
  "ten seconds until a draft can be saved": ({ tallies, recovery }) => ({
    tallies,
    recovery: { ...recovery, "a draft saved": 10_000 },
  }),
};

/** @returns the names of the faults that were not noticed */
export function listUnnoticed(figures: Figures): string[] {
  const usual = new Set(brokenPromises(figures));
  return Object.entries(controls)
    .filter(([, make]) => brokenPromises(make(figures)).every((what) => usual.has(what)))
    .map(([name]) => name);
}
