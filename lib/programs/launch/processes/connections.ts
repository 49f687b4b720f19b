/** How many connections to the database each process of a site may have at once, besides one of the gate that only listens. */
export const connections = { gate: 3, worker: 5, renderers: 20 } as const;

/** What one of so many renderers may have: they share theirs, and none has fewer than three. */
export const connectionsOfRenderer = (renderers: number) => Math.max(3, Math.floor(connections.renderers / renderers));

/** For how long a connection of the gate or a renderer may be silent that is waited on: longer than any statement may take. */
export const silenceMs = 4100;
