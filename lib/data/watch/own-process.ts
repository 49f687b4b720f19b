import { monitorEventLoopDelay } from "node:perf_hooks";
import { countConnections, type Connections } from "#lib/data/pool.ts";

/** How a process does: its memory in bytes, by how many seconds its work was late at worst since it was last asked, and its connections. */
export interface Measured extends Connections {
  memory: number;
  heap: number;
  lateSeconds: number;
}

const everyMs = 5000;

/** Begins to watch this process. @returns what says how it has done since it was last asked */
export function watchOwnProcess(): () => Measured {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return () => {
    const { rss, heapUsed } = process.memoryUsage();
    // Before the first turn of the loop there is no number.
    const lateSeconds = (delay.max || 0) / 1e9;
    delay.reset();
    return { ...countConnections(), memory: rss, heap: heapUsed, lateSeconds };
  };
}

/** Tells whoever began this process, every few seconds, how it does. */
export function tellHowWeDo(): void {
  const measure = watchOwnProcess();
  const tell = () => process.connected && process.send?.({ measured: measure() });
  tell();
  setInterval(tell, everyMs).unref();
}
