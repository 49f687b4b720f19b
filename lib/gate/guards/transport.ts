import type { Asked, Refusal } from "#lib/gate/guards/asked.ts";
import { normaliseQuery } from "#lib/gate/guards/query.ts";
import { splitTarget } from "#lib/gate/guards/target.ts";

const frameworkHeader =
  /^(?:rsc|next-.*|x-middleware-.*|x-nextjs-.*|x-next-.*|x-invoke-.*|x-matched-path|x-now-.*|x-vercel-.*|x-prerender-.*|x-original-url|x-rewrite-url|x-http-method(?:-override)?|x-method-override)$/;

const frameworkParameter = /^(?:_rsc$|__next|nxtP|nxtI)/;

/** Refuses the framework's own traffic, which no page of ours sends, and a change of protocol. */
export function refuseTransport({ url, headers }: Asked): Refusal | null {
  if (Object.keys(headers).some((name) => frameworkHeader.test(name)))
    return { status: 400, because: "framework header" };
  const names = [...new URLSearchParams(normaliseQuery(splitTarget(url).query)).keys()];
  if (names.some((name) => frameworkParameter.test(name))) return { status: 400, because: "framework parameter" };
  return changesProtocol(headers.upgrade ?? []) ? { status: 400, because: "upgrade" } : null;
}

function changesProtocol(upgrades: readonly string[]): boolean {
  // Some clients offer HTTP/2 in every request and are content with HTTP/1.1; the offer is simply not taken up.
  return upgrades.some((upgrade) => upgrade.trim().toLowerCase() !== "h2c");
}
