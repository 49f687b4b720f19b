/** A way of asking that has led past guards of the framework's before, or would if they stood in the wrong place. */
export interface Transport {
  name: string;
  headers?: Record<string, string>;
  /** What it makes of a path. */
  path?: (path: string) => string;
}

const withParameter = (pair: string) => (path: string) => `${path}${path.includes("?") ? "&" : "?"}${pair}`;

export const plain: Transport = { name: "plain" };

/** Those that the gate lets nobody use. */
export const refusedTransports: readonly Transport[] = [
  { name: "RSC", headers: { rsc: "1" } },
  { name: "?_rsc", path: withParameter("_rsc=1a2b3") },
  { name: "RSC and ?_rsc", headers: { rsc: "1" }, path: withParameter("_rsc=1a2b3") },
  { name: "prefetch", headers: { rsc: "1", "next-router-prefetch": "1" } },
  {
    ...{ name: "prefetch of a segment", path: withParameter("_rsc=1a2b3") },
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  { name: ".rsc", path: (path) => path.replace(/(\?|$)/, ".rsc$1") },
  {
    name: "subrequest",
    headers: { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  },
  { name: "subrequest of src", headers: { "x-middleware-subrequest": "src/middleware:".repeat(5).slice(0, -1) } },
  { name: "x-nextjs-data", headers: { "x-nextjs-data": "1" } },
  { name: "action", headers: { "next-action": "0".repeat(42) } },
  { name: "another address", headers: { "x-original-url": "/", "x-rewrite-url": "/" } },
  { name: "another method by header", headers: { "x-http-method-override": "DELETE", "x-method-override": "DELETE" } },
];

/** One that the gate takes for a parameter like any other. */
export const overriddenByParameter: Transport = {
  name: "another method by parameter",
  path: withParameter("_method=DELETE"),
};
