import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const discovery = z.object({ authorization_endpoint: z.url({ protocol: /^https?$/ }) });
const patienceMs = 5000;

/** Who vouches for people, as far as the gate is concerned. */
export interface Provider {
  /** Whether people may be sent to that origin to sign in. */
  isThere(origin: string): boolean;
  /** Ends asking. */
  stop(): void;
}

/**
 * Where a provider has people sign in: at its own address, or at another that its discovery document names. Until that could be read,
 * its own has to do.
 *
 * @param pauseMs before it is asked again, while it does not answer
 */
export function findProvider(issuer: string, pauseMs = 60_000): Provider {
  const origins = new Set([new URL(issuer).origin]);
  const stopping = new AbortController();
  void (async () => {
    for (const { signal } = stopping; !signal.aborted;) {
      const found = await askWhere(issuer, signal).catch(() => null);
      if (found) return origins.add(found);
      await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  })();
  return { isThere: (origin) => origins.has(origin), stop: () => stopping.abort() };
}

async function askWhere(issuer: string, stopped: AbortSignal): Promise<string> {
  const url = `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.any([stopped, AbortSignal.timeout(patienceMs)]) });
  return new URL(discovery.parse(await answer.json()).authorization_endpoint).origin;
}
