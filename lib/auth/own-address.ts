import type { Env } from "#lib/ops/env.ts";

/** The address people use for this site, without a slash at the end. */
export const ownAddress = ({ PUBLIC_URL, PORT }: Pick<Env, "PUBLIC_URL" | "PORT">): string =>
  PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http://127.0.0.1:${PORT}`;
