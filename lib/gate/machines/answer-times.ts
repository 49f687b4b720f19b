/** A histogram as `prom-client` describes one to another process. */
interface Described {
  name: string;
  help: string;
  type: "histogram";
  aggregator: "sum";
  values: { metricName: string; labels: Record<string, string | number>; value: number }[];
}

interface Tally {
  /** How many took up to each bound and no shorter one; after the last, how many took longer. */
  counts: number[];
  seconds: number;
}

const bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const classes = ["", "1xx", "2xx", "3xx", "4xx", "5xx"];

/**
 * Counts how long answers took, by address of the site and by class of status, under a name and with what it is in words.
 * A histogram of `prom-client` makes a text of what each answer is of, which takes longer than all else that the gate itself
 * does for a kept page.
 */
export function createAnswerTimes(name: string, help: string) {
  const tallies = new Map<string, (Tally | undefined)[]>();

  function tallyOf(route: string, statusClass: number): Tally {
    let ofRoute = tallies.get(route);
    if (!ofRoute) tallies.set(route, (ofRoute = classes.map(() => undefined)));
    return (ofRoute[statusClass] ??= { counts: [...bounds.map(() => 0), 0], seconds: 0 });
  }

  function told(labels: Record<string, string>, { counts, seconds }: Tally): Described["values"] {
    let sum = 0;
    const buckets = [...bounds, "+Inf"].map((le, place) => ({
      ...{ metricName: `${name}_bucket`, labels: { le, ...labels } },
      value: (sum += counts[place] ?? 0),
    }));
    const whole = { metricName: `${name}_sum`, labels, value: seconds };
    return [...buckets, whole, { ...whole, metricName: `${name}_count`, value: sum }];
  }

  return {
    /** Notes an answer: which address of the site it is of, its status, and how long it took in seconds. */
    note(route: string, status: number, seconds: number): void {
      const statusClass = Math.floor(status / 100);
      const tally = tallyOf(route, statusClass in classes ? statusClass : 0);
      let place = 0;
      while (seconds > (bounds[place] ?? Infinity)) place += 1;
      tally.counts[place] = (tally.counts[place] ?? 0) + 1;
      tally.seconds += seconds;
    },
    /** All of it at present, for `prom-client` to write. */
    describe: (): Described => ({
      ...{ name, help, type: "histogram", aggregator: "sum" },
      values: [...tallies].flatMap(([route, ofRoute]) =>
        classes.flatMap((status, place) => (ofRoute[place] ? told({ route, status }, ofRoute[place]) : [])),
      ),
    }),
  };
}
