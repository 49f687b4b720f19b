import type { TracesUnderWay } from "./exported-traces.ts";

export type Attributes = Record<string, string | number>;

/** A piece of work whose time is told to whoever collects traces. */
export interface Trace {
  /** How the work is named to another process that does a part of it (W3C Trace Context). */
  traceparent: string;
  /** A part of it that begins now. */
  part(name: string, attributes?: Attributes): Trace;
  /** It is done, well or not. */
  end(attributes?: Attributes & { name?: string }, failed?: boolean): void;
}

export interface Beginning {
  /** What it is a part of, as another process named it. */
  parent?: string | undefined;
  attributes?: Attributes;
}

// The pages have this module a second time, in what they were built into.
const shared = globalThis as { casebookTraces?: TracesUnderWay };

/** Whether traces are collected anywhere: if not, nothing of this costs anything, as nothing of it is loaded. */
export const isTracing = (): boolean => Boolean(process.env["OTEL_EXPORTER_OTLP_ENDPOINT"]);

/**
 * Begins to tell of traces, if anybody collects them.
 *
 * @param part what of the site this process is
 * @returns what tells the last of them
 */
export async function startTracing(part: string): Promise<() => Promise<void>> {
  if (!isTracing()) return async () => undefined;
  const { exportTraces } = await import("./exported-traces.ts");
  const traces = exportTraces(part);
  shared.casebookTraces = traces;
  return () => traces.stop();
}

/** Begins a trace, or this process's part of one. Nothing where none are collected. */
export const beginTrace = (name: string, beginning: Beginning = {}): Trace | undefined =>
  shared.casebookTraces?.begin(name, beginning);
