import { brokenPromises, type Breach, type Found } from "./promises.ts";

interface Control {
  name: string;
  expects: Breach;
  /** The same findings with one thing wrong. */
  spoil: (found: Found) => Found;
}

/** Faults that the site must not have, made by hand: whoever does not see them proves nothing. */
const controls: Control[] = [
  {
    name: "a save that was acknowledged and is lost",
    expects: "lost",
    spoil: (found) => ({ ...found, expected: spoilLast(found.expected, { texts: { lessons: "never saved" } }) }),
  },
  {
    name: "a case study that is lost",
    expects: "lost",
    spoil: (found) => withRows(found, { versions: found.rows.versions.slice(1) }),
  },
  {
    name: "a form that started two case studies",
    expects: "doubled",
    spoil: (found) => withRows(found, { caseStudies: [...found.rows.caseStudies, { id: "twin", startKey: null }] }),
  },
  {
    name: "a save that made two revisions",
    expects: "doubled",
    spoil: (found) => withRows(found, { versions: spoilLast(found.rows.versions, { revisions: 11 }) }),
  },
  {
    name: "a submission that was made twice",
    expects: "doubled",
    spoil: (found) => withRows(found, { events: [...found.rows.events, ...ofKind(found.rows.events, "submit")] }),
  },
  {
    name: "a letter that was owed twice",
    expects: "doubled",
    spoil: (found) => withRows(found, { letters: [...found.rows.letters, ...ofKind(found.rows.letters, "confirm")] }),
  },
  {
    name: "a letter that never came",
    expects: "letter missing",
    spoil: (found) => ({ ...found, arrivals: found.arrivals.filter(({ id }) => id !== found.arrivals[0]?.id) }),
  },
  {
    name: "a letter that came twice without a kill",
    expects: "letter doubled",
    spoil: (found) => ({ ...found, arrivals: [...found.arrivals, ...found.arrivals.slice(0, 1)], kills: [] }),
  },
  {
    name: "a letter to somebody else",
    expects: "letter astray",
    spoil: (found) => ({ ...found, arrivals: spoilLast(found.arrivals, { to: ["somebody@else.example"] }) }),
  },
  {
    name: "a job that never ends",
    expects: "stuck",
    spoil: (found) => withRows(found, { activeJobs: [{ name: "publish-due", late: true }] }),
  },
];

/** @returns the names of the faults that were not noticed */
export function unnoticed(found: Found): string[] {
  const count = (one: Found, expects: Breach) => brokenPromises(one).filter(({ breach }) => breach === expects).length;
  const blind = controls.filter(({ expects, spoil }) => count(spoil(found), expects) <= count(found, expects));
  return blind.map(({ name }) => name);
}

export const controlCount = controls.length;

const withRows = (found: Found, rows: Partial<Found["rows"]>): Found => ({
  ...found,
  rows: { ...found.rows, ...rows },
});

const spoilLast = <Item>(items: readonly Item[], fault: Partial<Item>): Item[] =>
  items.map((item, index) => (index === items.length - 1 ? { ...item, ...fault } : item));

const ofKind = <Item extends { kind: string }>(items: readonly Item[], kind: string): Item[] =>
  items.filter((item) => item.kind === kind).slice(0, 1);
