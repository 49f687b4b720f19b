import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** A span as it was told, with what this suite looks at. */
export interface Told {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** What process it is from. */
  from: string;
  attributes: Record<string, unknown>;
}

type Value = { stringValue?: string; intValue?: number | string };
type Pairs = { key: string; value: Value }[];
type Sent = {
  resourceSpans: {
    resource: { attributes: Pairs };
    scopeSpans: { spans: (Omit<Told, "from" | "attributes"> & { attributes: Pairs })[] }[];
  }[];
};

const valuesOf = (pairs: Pairs) =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));

/** Something that collects traces by OTLP over HTTP, as a real one does. */
export async function collectTraces() {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const packed = request.headers["content-encoding"] === "gzip";
    if (request.url === "/v1/traces") take(JSON.parse((packed ? gunzipSync(body) : body).toString("utf8")) as Sent);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  function take({ resourceSpans }: Sent) {
    for (const { resource, scopeSpans } of resourceSpans) {
      const from = String(valuesOf(resource.attributes)["service.instance.id"]).split(" ")[0] ?? "";
      for (const { spans } of scopeSpans)
        told.push(...spans.map((span) => ({ ...span, from, attributes: valuesOf(span.attributes) })));
    }
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, told, close: () => (server.closeAllConnections(), server.close()) };
}
