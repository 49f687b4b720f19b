import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Answer } from "#lib/gate/send.ts";

/** A figure under its name, with what it is of. */
export interface Figure {
  name: string;
  value: number;
  of?: Record<string, string>;
}

interface Sources {
  /** Which address of the site a path is of: one of a few, however many paths there are. */
  routeOf: (path: string) => string;
  /** What is worth knowing at the moment. Asked for each time, so it has to be quick. */
  figures: () => Promise<Figure[]>;
  /** What each figure is, by its name. Those that only rise end in `_total`. */
  words: Readonly<Record<string, string>>;
}

export interface Metrics {
  /** Which address of the site a path is of. */
  routeOf: Sources["routeOf"];
  /** Notes an answer: which address of the site it is of, its status, and how long it took in seconds. */
  note(route: string, status: number, seconds: number): void;
  /** Everything in the text form that Prometheus reads. */
  answer(): Promise<Answer>;
}

const classes = ["", "1xx", "2xx", "3xx", "4xx", "5xx"];
const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts answers by address and status, and tells that with what else is known. Nothing in it is about a person. */
export function createMetrics({ routeOf, figures, words }: Sources): Metrics {
  const registry = new Registry();
  const seconds = new Histogram({
    ...{ name: "casebook_request_seconds", help: "From the head of a request to the end of its answer", buckets },
    ...{ labelNames: ["route", "status"], registers: [registry] },
  });
  const answers = new Map<number, number>();
  const answersByStatus = () =>
    [...answers].map(([status, value]) => ({ name: "casebook_answers_total", value, of: { status: String(status) } }));

  return {
    routeOf,
    note(route, status, took) {
      seconds.observe({ route, status: classes[Math.floor(status / 100)] ?? "" }, took);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    },
    async answer() {
      const own = { ...words, casebook_answers_total: "Answers by status" };
      const text = (await registry.metrics()) + (await textOf([...answersByStatus(), ...(await figures())], own));
      return {
        status: 200,
        fields: { "content-type": Registry.PROMETHEUS_CONTENT_TYPE, "cache-control": "no-store" },
        body: Buffer.from(text),
      };
    },
  };
}

/** Figures that are known from elsewhere, anew each time: what is gone must not go on being told. */
async function textOf(figures: readonly Figure[], words: Sources["words"]): Promise<string> {
  const registry = new Registry();
  for (const [name, own] of Map.groupBy(figures, (figure) => figure.name)) {
    const about = { name, help: words[name] ?? name, labelNames: Object.keys(own[0]?.of ?? {}), registers: [registry] };
    const metric = name.endsWith("_total") ? new Counter(about) : new Gauge(about);
    for (const { of = {}, value } of own) metric.inc(of, value);
  }
  return registry.metrics();
}
