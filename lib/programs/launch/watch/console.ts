import { format, stripVTControlCharacters } from "node:util";
import type { Log } from "#lib/ops/log.ts";

/** Makes what a framework prints lines of the log, so that each says for which request it was printed. */
export function logTheConsole(log: Log): void {
  const line =
    (level: "error" | "warn" | "info") =>
    (...said: unknown[]): void => {
      const words = said.filter((one) => !(one instanceof Error));
      const message = stripVTControlCharacters(format(...words)).trim();
      log[level]({ err: said.find((one) => one instanceof Error) }, message || "the pages say");
    };
  console.error = line("error");
  console.warn = line("warn");
  console.log = console.info = line("info");
}
