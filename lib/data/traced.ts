import type pg from "pg";
import { here } from "#lib/ops/here.ts";

type Query = (...args: unknown[]) => unknown;
type Done = (error: unknown, ...rest: unknown[]) => unknown;

/**
 * Has each statement on a connection told of as a part of what it is made for. Of a statement only its text is told, in which
 * values are numbered places.
 */
export function traceStatements(pool: pg.Pool): void {
  pool.on("connect", (client) => {
    const query: Query = client.query.bind(client);
    const traced: Query = (...args) => {
      const text = textOf(args[0]);
      const trace = here()?.trace?.part(/^\w+/.exec(text)?.[0]?.toUpperCase() ?? "statement", {
        "db.system.name": "postgresql",
        "db.query.text": text.slice(0, 500),
      });
      if (!trace) return query(...args);
      const last = args.length - 1;
      const done = args[last];
      if (typeof done === "function")
        args[last] = (...[error, ...rest]: Parameters<Done>) => {
          trace.end({}, Boolean(error));
          return (done as Done)(error, ...rest);
        };
      const asked = query(...args);
      if (asked instanceof Promise)
        asked.then(
          () => trace.end(),
          () => trace.end({}, true),
        );
      else if (typeof done !== "function") trace.end();
      return asked;
    };
    Object.assign(client, { query: traced });
  });
}

function textOf(asked: unknown): string {
  const text = typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
  return typeof text === "string" ? text.trim() : "";
}
