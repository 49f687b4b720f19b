import { latestMigration, countJobs } from "#lib/data/watch/condition.ts";
import { watchOwnProcess } from "#lib/data/watch/own-process.ts";
import { keptLook } from "#lib/gate/machines/kept-look.ts";
import { createMetrics, type Figure, type Metrics } from "#lib/gate/machines/metrics.ts";
import { createReadiness, type Readiness } from "#lib/gate/machines/readiness.ts";
import { routesIn } from "#lib/gate/machines/routes.ts";
import type { Pages } from "#lib/gate/pages/pages.ts";
import type { Waits } from "#lib/gate/renderer/forward.ts";
import { newestMigration } from "#prisma/migrate.ts";
import { databaseFigures } from "./database-figures.ts";
import { createProcesses } from "./process-figures.ts";
import { words } from "./words.ts";

interface Parts {
  pages: Pages | undefined;
  /** How many of those that make pages are ready. */
  rendering: () => number;
  /** Whether changes are heard of. */
  isListening: () => boolean;
}

export interface Watch {
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  /** Takes in what waits to be made. */
  follow(waits: () => Waits): void;
  /** Takes in what a process says of itself, and forgets it. */
  processes: Pick<ReturnType<typeof createProcesses>, "hear" | "forget">;
}

/** The questions cost little, but anybody may ask as often as they like. */
const figuresKeptMs = 10_000;
const patienceMs = 2000;

/** Watches over a site: whether it can answer readers, and how it does in figures. */
export async function openWatch({ pages, rendering, isListening }: Parts): Promise<Watch> {
  const newest = await newestMigration();
  const routeOf = await routesIn("app");
  const measure = watchOwnProcess();
  const processes = createProcesses();
  const seeDatabase = keptLook(() => databaseFigures(), figuresKeptMs, patienceMs);
  let waits: () => Partial<Waits> = () => ({});

  async function figures(): Promise<Figure[]> {
    const database = await seeDatabase();
    const up = Object.entries({ database: database !== null, listener: isListening() });
    return [
      ...up.map(([part, well]) => ({ name: "casebook_up", value: Number(well), of: { part } })),
      { name: "casebook_renderers_ready", value: rendering() },
      ...Object.entries(waits()).flatMap(([queue, { taken, waiting }]) => [
        { name: "casebook_renders", value: taken, of: { queue, state: "being made" } },
        { name: "casebook_renders", value: waiting, of: { queue, state: "waiting" } },
      ]),
      ...pageFigures(pages),
      ...processes.figures(measure()),
      ...(database ?? []),
    ];
  }

  async function look() {
    const [applied, { oldestSeconds }] = [await latestMigration(), await countJobs()];
    return { isSchemaOld: applied < newest, queueSeconds: oldestSeconds };
  }

  return {
    readiness: createReadiness({ isRendering: () => rendering() > 0, isListening, look }),
    metrics: createMetrics({ routeOf, figures, words }),
    follow: (asked) => void (waits = asked),
    processes,
  };
}

function pageFigures(pages: Pages | undefined): Figure[] {
  if (!pages) return [];
  const { hits, misses, paused, pages: kept, bytes } = pages.counts();
  return [
    { name: "casebook_page_cache_hits_total", value: hits },
    { name: "casebook_page_cache_misses_total", value: misses },
    { name: "casebook_page_cache_paused_total", value: paused },
    { name: "casebook_page_cache_pages", value: kept },
    { name: "casebook_page_cache_bytes", value: bytes },
  ];
}
