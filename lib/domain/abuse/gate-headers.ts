/** What the gate and the pages behind it tell each other. Neither field comes from a visitor or reaches one. */
export const gateHeaders = {
  /** To the renderer: the address the request came from. */
  clientAddress: "x-client-address",
  /** From a route handler, with 429: the name of the limit that was hit. */
  limit: "x-limit",
} as const;
