const secondsToWait = 30;

/** Says that what was asked for may be there and cannot be had just now. The gate draws the page. */
export const awayAnswer = (): Response =>
  new Response(null, { status: 503, headers: { "retry-after": String(secondsToWait) } });
