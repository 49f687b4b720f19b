/*
 * Measures the site. Each measurement has a database of its own, which is gone afterwards.
 *
 *   npm run bench -- search --collection FILE --out RUN.tsv [--three-words FILE] [--typos FILE --seed N]
 *   npm run bench -- scale --rows 100000
 *   npm run bench -- growth --rows 1000000 [--words 40] [--out FIGURES.json]
 *   npm run bench -- publish [--publications 1000] [--pause MILLISECONDS]
 *   npm run bench -- import [--rows 5000]
 *   npm run bench -- compose
 *   npm run bench -- outage [--seconds 30] [--out FIGURES.json]
 *   npm run bench -- web [--rounds 5] [--requests 20000] [--without nginx,wordpress,payload] [--out FIGURES.json] [--table FILE]
 *   npm run bench -- lighthouse [--rounds 5] [--out FIGURES.json]
 *
 * `search` publishes the documents of a collection ({ docs: [{ id, title, body }], queries: [{ id, text }], qrels }), asks
 * its questions as the page does and writes what was found, best first: question, document, score. `--three-words` asks as well
 * for the three rarest words of each question, `--typos` for each question with one word misspelt. `scale` measures how long searches,
 * suggestions and publications take in a directory of that size, beside PostgreSQL's own ranking with the same counts. `growth` measures what a site of
 * that size costs to start, to hold, to make pages that nobody asked for yet, and to publish. `publish`
 * counts answers of three web processes that were older than they may be while one case study after the other is published. `compose`
 * starts what compose.yaml describes without containers, and kills one of its web processes under load. `outage` takes
 * the database away from readers, editors and authors, and counts how they are answered. `web` measures
 * the pages of the demonstration beside a bare Node server and nginx serving the same bytes, nginx keeping its pages, and WordPress
 * and Payload with the same case studies; what it lacks (h2load, nginx, the packages of WordPress) it names and leaves out.
 * `import` imports a table of that many whole case studies twice, published at once, and says how long it took and how much memory.
 * `lighthouse` asks Lighthouse about the pages of the demonstration and weighs them; it needs Chromium.
 */
import { parseArgs } from "node:util";
import { openScratch } from "./scratch.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    collection: { type: "string" },
    out: { type: "string" },
    table: { type: "string" },
    without: { type: "string", default: "" },
    "three-words": { type: "string" },
    typos: { type: "string" },
    seed: { type: "string", default: "1" },
    rows: { type: "string" },
    words: { type: "string", default: "40" },
    searches: { type: "string", default: "200" },
    publications: { type: "string", default: "1000" },
    pause: { type: "string", default: "0" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "30" },
    requests: { type: "string", default: "20000" },
  },
});

if (positionals[0] === "web") {
  const { runWeb } = await import("./web/web.ts");
  await runWeb({
    rounds: Number(values.rounds),
    requests: Number(values.requests),
    to: values.out,
    tableTo: values.table,
    without: values.without.split(","),
  });
  process.exit();
}
if (positionals[0] === "lighthouse") {
  const { runLighthouse } = await import("./lighthouse/lighthouse.ts");
  await runLighthouse({ rounds: Number(values.rounds), to: values.out });
  process.exit();
}
const scratch = await openScratch();
for (const signal of ["SIGINT", "SIGTERM", "disconnect"])
  process.once(signal, () => void scratch.close().then(() => process.exit(1)));
try {
  await measure(positionals[0]);
} finally {
  await scratch.close();
}
process.exit();

async function measure(what: string | undefined) {
  if (what === "search" && values.collection && values.out) {
    const { runCollection } = await import("./search.ts");
    const { "three-words": threeWords, typos, seed } = values;
    await runCollection({ from: values.collection, to: values.out, threeWords, typos, seed });
  } else if (what === "scale") {
    const { runScale } = await import("./scale/scale.ts");
    await runScale({ rows: Number(values.rows ?? 100_000), searches: Number(values.searches) });
  } else if (what === "growth") {
    const { runGrowth } = await import("./growth/growth.ts");
    await runGrowth({ rows: Number(values.rows ?? 100_000), words: Number(values.words), to: values.out });
  } else if (what === "compose") {
    const { runCompose } = await import("./compose.ts");
    await runCompose();
  } else if (what === "outage" && scratch.own) {
    const { runOutage } = await import("./outage/outage.ts");
    await runOutage(scratch.own, { seconds: Number(values.seconds), to: values.out });
  } else if (what === "import") {
    const { runImports } = await import("./import/import.ts");
    await runImports({ rows: Number(values.rows ?? 5000) });
  } else if (what === "publish") {
    const { runFresh } = await import("./fresh.ts");
    await runFresh({ rows: 2000, publications: Number(values.publications), pause: Number(values.pause) });
  } else {
    console.error(
      "Say what to measure: search --collection FILE --out RUN.tsv, scale --rows 100000, growth, publish, import, compose, web, lighthouse, or outage without DATABASE_URL.",
    );
    process.exitCode = 2;
  }
}
