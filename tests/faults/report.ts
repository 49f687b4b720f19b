import { explain } from "./doubled-letters.ts";
import type { Kill } from "./killer.ts";
import type { Broken, Found } from "./promises.ts";
import { kinds } from "./site.ts";
import type { Tally } from "./web.ts";

interface Run {
  found: Found;
  tally: Tally;
  broken: Broken[];
  refusedLetters: number;
  seconds: number;
}

/** The figures of a run, a line each. */
export function figuresOf({ found, tally, broken, refusedLetters, seconds }: Run): string {
  const { expected, rows, arrivals, kills } = found;
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  const breaches = (breach: string) => broken.filter((one) => one.breach === breach).length;
  const lines: [string, number | string][] = [
    ...kinds.map((kind): [string, string] => [`kills: ${kind}`, killsOf(kills.filter((kill) => kill.kind === kind))]),
    ["kills of the start that followed, besides", kills.filter(({ startToo }) => startToo).length],
    ["kills with requests on their way", kills.filter(({ inFlight }) => inFlight > 0).length],
    ["requests", tally.requests],
    ["  cut off and sent again", tally.cut],
    ["  answered with 500 or more and sent again", tally.failed],
    ["forms acknowledged", tally.acknowledged],
    ["  texts saved", sum(expected.map(({ texts }) => Object.keys(texts).length))],
    ["  submitted", expected.filter(({ submitted }) => submitted).length],
    ["  confirmed", expected.filter(({ confirmed }) => confirmed).length],
    ["case studies", rows.caseStudies.length],
    ["lost", breaches("lost")],
    ["doubled", breaches("doubled")],
    ["answered wrongly", breaches("wrong")],
    ["letters owed", rows.letters.length],
    ["  arrivals", arrivals.length],
    ["  turned down at first", refusedLetters],
    ["  missing", breaches("letter missing")],
    ["  astray", breaches("letter astray")],
    ["  come twice because of a kill", explain(arrivals, kills).doubled.length - breaches("letter doubled")],
    ["  come twice without one", breaches("letter doubled")],
    ["jobs left active by a kill", rows.activeJobs.length],
    ["seconds", Math.round(seconds)],
  ];
  return lines.map(([name, figure]) => `${name.padEnd(46)}${figure}`).join("\n");
}

function killsOf(kills: readonly Kill[]): string {
  if (!kills.length) return "0";
  const slowest = Math.max(...kills.map(({ backAfter }) => backAfter));
  return `${kills.length} (back within ${(slowest / 1000).toFixed(1)} s)`;
}
