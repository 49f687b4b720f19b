/** What the gate and the pages behind it tell each other. None of these fields comes from a visitor or reaches one. */
export const gateHeaders = {
  /** To the renderer: the address the request came from. */
  clientAddress: "x-client-address",
  /** To the renderer, for a public page: the generation that it has to show at least, also where it is read from a replica. */
  generation: "x-generation",
  /** From a route handler, with 429: the name of the limit that was hit. */
  limit: "x-limit",
} as const;
