import { leaksIn } from "../faults.ts";
import { hidden } from "./shapes.ts";
import type { Replies } from "./wire.ts";

/** What is wrong with the answers, by kind; each with the request that had them. */
export const newVerdict = () => ({
  failed: [] as string[],
  hung: [] as string[],
  led: [] as string[],
  leaked: [] as string[],
});
export type Verdict = ReturnType<typeof newVerdict>;

/** Adds to a verdict what is wrong with the answers to one request. */
export function judge(verdict: Verdict, bytes: string, replies: Replies, throughProxy = false): void {
  const { statuses, locations, text, hung } = replies;
  const shown = JSON.stringify(bytes.slice(0, 250));
  // A coding that it does not know is a proxy's own to refuse.
  if (statuses.some((status) => status >= 500 && !(throughProxy && status === 501)))
    verdict.failed.push(`${statuses.join()} ${shown}`);
  if (hung) verdict.hung.push(shown);
  for (const place of locations) if (!/^\/(?![/\\])/.test(place)) verdict.led.push(`${place} ${shown}`);
  const leaks = statuses.some((status) => status >= 400) ? leaksIn(text) : [];
  if (leaks.length) verdict.leaked.push(`${leaks.join()} ${shown}`);
}

/** Log lines of requests that were hidden in others. */
export const hiddenIn = (printed: string): string[] => printed.split("\n").filter((line) => line.includes(hidden));
