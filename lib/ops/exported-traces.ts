import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { readEnv } from "./env.ts";
import type { Beginning, Trace } from "./tracing.ts";

export interface TracesUnderWay {
  begin(name: string, beginning: Beginning): Trace;
  /** Tells the last of them, for a second at most. */
  stop(): Promise<void>;
}

const lastMs = 1000;

/** Tells of traces by OTLP over HTTP, a few seconds at a time. Where nobody takes them, they are lost and nothing else is. */
export function exportTraces(part: string): TracesUnderWay {
  const { OTEL_TRACES_SAMPLER_ARG, OTEL_SERVICE_NAME } = readEnv();
  const names = { "service.name": OTEL_SERVICE_NAME, "service.instance.id": `${part} ${process.pid}` };
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(names)),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: 2000 })],
  });
  const tracer = provider.getTracer("casebook");
  return {
    begin: (name, { parent, attributes = {} }) =>
      traceOf(tracer, tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, contextOf(parent))),
    stop: () => provider.forceFlush({ timeoutMillis: lastMs }).catch(() => undefined),
  };
}

function traceOf(tracer: Tracer, span: Span): Trace {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`,
    part: (name, attributes = {}) =>
      traceOf(tracer, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, trace.setSpan(ROOT_CONTEXT, span))),
    end({ name, ...attributes } = {}, failed = false) {
      if (name !== undefined) span.updateName(name);
      span.setAttributes(attributes);
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function contextOf(parent = ""): Context {
  const [, traceId, spanId, flags = "0"] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(parent) ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true });
}
