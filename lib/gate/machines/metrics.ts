import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import { createAnswerTimes } from "#lib/gate/machines/answer-times.ts";
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

/** Counts answers by address and status, and tells that with what else is known. Nothing in it is about a person. */
export function createMetrics({ routeOf, figures, words }: Sources): Metrics {
  const times = createAnswerTimes("casebook_request_seconds", "From the head of a request to the end of its answer");
  const answers = new Map<number, number>();
  const answersByStatus = () =>
    [...answers].map(([status, value]) => ({ name: "casebook_answers_total", value, of: { status: String(status) } }));

  return {
    routeOf,
    note(route, status, took) {
      times.note(route, status, took);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    },
    async answer() {
      const own = { ...words, casebook_answers_total: "Answers by status" };
      const text =
        (await AggregatorRegistry.aggregate([[times.describe()]]).metrics()) +
        (await textOf([...answersByStatus(), ...(await figures())], own));
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
