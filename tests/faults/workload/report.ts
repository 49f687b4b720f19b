import { explain, type Arrival } from "../doubled-letters.ts";
import type { Kill } from "../killer.ts";
import type { Broken } from "../promises.ts";
import { kinds } from "../site.ts";
import type { Tally } from "../web.ts";
import type { Told } from "./check.ts";

interface Run {
  told: Told;
  tally: Tally;
  kills: Kill[];
  letters: number;
  arrivals: Arrival[];
  broken: Broken[];
  invariants: string[];
  diverged: string[];
  seconds: number;
}

/** The figures of a run, a line each. */
export function figuresOf({
  told,
  tally,
  kills,
  letters,
  arrivals,
  broken,
  invariants,
  diverged,
  seconds,
}: Run): string {
  const { ops, looks, handles, paused } = told.history;
  const said = (answer: string) => ops.filter((op) => op.told === answer).length;
  const breaches = (breach: string) => broken.filter((one) => one.breach === breach).length;
  const doubled = explain(arrivals, kills).doubled.length;
  const lines: [string, number | string][] = [
    ...kinds.map((kind): [string, string] => [`kills: ${kind}`, killsOf(kills.filter((kill) => kill.kind === kind))]),
    ["kills of the start that followed, besides", kills.filter(({ startToo }) => startToo).length],
    ["kills with requests on their way", kills.filter(({ inFlight }) => inFlight > 0).length],
    ["operations", ops.length + looks.length],
    ["  acknowledged", said("done")],
    ["  refused", said("refused")],
    ["  answered the same either way", said("either")],
    ["  asked for again, as nobody answered", ops.filter(({ again }) => again).length],
    ["  looks of readers", looks.length],
    ["  looks that said the site was paused", paused],
    ["  of them by kind", kindsOf(ops.map(({ kind }) => kind))],
    ["requests", tally.requests],
    ["  cut off and sent again", tally.cut],
    ["  answered with 500 or more and sent again", tally.failed],
    ["versions", handles.length],
    ["  in the end", kindsOf(told.kept.versions.map(({ state }) => state))],
    ["divergences from the model", diverged.length],
    ["invariants broken", invariants.length],
    ["letters owed", letters],
    ["  missing", breaches("letter missing")],
    ["  astray", breaches("letter astray")],
    ["  come twice because of a kill", doubled - breaches("letter doubled")],
    ["  come twice without one", breaches("letter doubled")],
    ["seconds", Math.round(seconds)],
  ];
  return lines.map(([name, figure]) => `${name.padEnd(46)}${figure}`).join("\n");
}

function killsOf(kills: readonly Kill[]): string {
  if (!kills.length) return "0";
  const slowest = Math.max(...kills.map(({ backAfter }) => backAfter));
  return `${kills.length} (back within ${(slowest / 1000).toFixed(1)} s)`;
}

const kindsOf = (kinds: readonly string[]): string =>
  [...Map.groupBy(kinds, (kind) => kind)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([kind, all]) => `${kind} ${all.length}`)
    .join(", ");
