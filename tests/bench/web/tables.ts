import type { Cold } from "./cold.ts";
import type { Compared, Figures } from "./warm.ts";

export interface Report {
  warm: Record<string, Compared>;
  cold: Record<string, Record<string, Cold>>;
}

const columns: Record<string, (figures: Figures, bare: Figures | undefined) => string> = {
  "req/s": ({ rate }) => rate.toLocaleString("en", { maximumFractionDigits: 0 }),
  "of bare Node": ({ rate }, bare) => ratio(rate, bare?.rate),
  p50: ({ p50 }) => `${p50.toFixed(1)} ms`,
  p99: ({ p99 }) => `${p99.toFixed(1)} ms`,
  "CPU-ms": ({ cpuMs }) => cpuMs.toPrecision(2),
  memory: ({ memoryMb }) => `${memoryMb.toFixed(0)} MB`,
  bytes: ({ bytes }) => bytes.toLocaleString("en"),
  failed: ({ failed }) => String(failed),
};

/** The figures as Markdown, a table for each page and one for what was never asked for. */
export function tablesOf({ warm, cold }: Report): string {
  const tables = Object.entries(warm).map(([page, compared]) =>
    table(
      [page, ...Object.keys(columns)],
      Object.entries(compared).map(([name, figures]) => [
        name,
        ...Object.values(columns).map((cell) => cell(figures, compared["bare Node"])),
      ]),
    ),
  );
  const rows = Object.entries(cold).flatMap(([page, targets]) =>
    Object.entries(targets).map(([name, { cpuMs, p50 }]) => [page, name, cpuMs.toFixed(1), `${p50.toFixed(0)} ms`]),
  );
  return [...tables, table(["never asked for", "", "CPU-ms", "p50"], rows)].join("\n\n");
}

/** How Casebook stands beside each other, in one line each. */
export function ratiosOf({ warm, cold }: Report): string[] {
  const others = [...new Set(Object.values(warm).flatMap(Object.keys))].filter((name) => name !== "Casebook");
  const quicker = others.map((other) => {
    const each = Object.entries(warm).flatMap(([page, { Casebook: ours, [other]: theirs }]) =>
      theirs ? [`${page} ${ratio(ours?.rate, theirs.rate)}`] : [],
    );
    return `req/s of Casebook ÷ ${other}: ${each.join(", ")}`;
  });
  const slow = [...new Set(Object.values(cold).flatMap(Object.keys))].filter((name) => name !== "Casebook");
  const dearer = slow.map((other) => {
    const each = Object.entries(cold).map(
      ([page, { Casebook: ours, [other]: theirs }]) => `${page} ${ratio(theirs?.cpuMs, ours?.cpuMs)}`,
    );
    return `CPU-ms of ${other} ÷ Casebook, never asked for: ${each.join(", ")}`;
  });
  return [...quicker, ...dearer];
}

function ratio(one = NaN, other = NaN): string {
  const value = one / other;
  return value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(1);
}

const table = (heads: string[], rows: string[][]) =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
