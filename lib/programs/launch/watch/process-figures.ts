import { z } from "zod";
import type { Measured } from "#lib/data/watch/own-process.ts";
import type { Figure } from "#lib/gate/machines/metrics.ts";

const number = z.number().nonnegative();
const told = z.object({
  measured: z.object({
    ...{ memory: number, heap: number, lateSeconds: number },
    ...{ inUse: number, idle: number, waiting: number },
  }),
});

/** Keeps what each process of a site last told of itself, until it ends. */
export function createProcesses() {
  const known = new Map<string, Measured>();
  return {
    /** Takes in a message of a process; what is none of this is left alone. */
    hear(name: string, message: unknown): void {
      const read = told.safeParse(message);
      if (read.success) known.set(name, read.data.measured);
    },
    forget: (name: string) => void known.delete(name),
    figures: (own: Measured): Figure[] => [["gate", own] as const, ...known].flatMap(([name, one]) => of(name, one)),
  };
}

function of(process: string, { memory, heap, lateSeconds, inUse, idle, waiting }: Measured): Figure[] {
  return [
    { name: "casebook_process_memory_bytes", value: memory, of: { process } },
    { name: "casebook_process_heap_bytes", value: heap, of: { process } },
    { name: "casebook_process_late_seconds", value: lateSeconds, of: { process } },
    { name: "casebook_database_connections", value: inUse, of: { process, state: "in use" } },
    { name: "casebook_database_connections", value: idle, of: { process, state: "idle" } },
    { name: "casebook_database_connection_waits", value: waiting, of: { process } },
  ];
}
