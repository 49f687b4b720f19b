import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { slugOf } from "#lib/domain/slug.ts";
import supportTypes from "./support-types.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import topics from "./topics.json" with { type: "json" };

interface CouncilRow {
  slug: string;
  name: string;
  short_name: string;
  type: string;
  nation: string;
  region: string;
  size_band: string;
  rural_urban: string;
  ended: string;
  predecessors: string;
}

// A slow machine takes longer over the first load than the five seconds a transaction usually has.
const firstLoad = { timeout: 60_000 };

/**
 * Loads the lists every installation begins with: councils, topics and support types.
 * Editors own them afterwards, so a list that is there already is left alone, with whatever they took out of it.
 */
export async function loadReferenceLists(): Promise<void> {
  const councils = await readCouncils();
  await publicly(async (tx) => {
    const topicsAreNew = await loadTopics(tx);
    const loaded = [topicsAreNew, await loadCouncils(tx, councils), await loadSupportTypes(tx)];
    // Editors may have removed them all, so they come with the first topics only.
    if (topicsAreNew) await tx.synonym.createMany({ data: synonyms });
    if (loaded.some(Boolean)) await raiseGeneration(tx);
  }, firstLoad);
}

async function loadCouncils(tx: Queries, councils: CouncilRow[]): Promise<boolean> {
  if (await tx.council.count({ where: { example: false } })) return false;
  await tx.council.createMany({ data: councils.map(toCouncil) });
  await tx.councilSuccession.createMany({ data: councils.flatMap(toSuccessions) });
  return true;
}

async function loadTopics(tx: Queries): Promise<boolean> {
  if (await tx.topic.count()) return false;
  await tx.topic.createMany({ data: topicRows() });
  return true;
}

async function loadSupportTypes(tx: Queries): Promise<boolean> {
  if (await tx.supportType.count()) return false;
  await tx.supportType.createMany({ data: supportTypes.map((type, position) => ({ ...termOf(type), position })) });
  return true;
}

async function readCouncils(): Promise<CouncilRow[]> {
  const text = await readFile(new URL("./councils.csv", import.meta.url), "utf8");
  return parse(text, { columns: true, comment: "#", comment_no_infix: true, skip_empty_lines: true });
}

const toCouncil = (row: CouncilRow) => ({
  id: row.slug,
  slug: row.slug,
  name: row.name,
  shortName: row.short_name,
  type: row.type,
  nation: row.nation,
  region: row.region || null,
  sizeBand: row.size_band || null,
  ruralUrban: row.rural_urban || null,
  endedOn: row.ended ? new Date(row.ended) : null,
});

const toSuccessions = (row: CouncilRow) =>
  row.predecessors
    .split(" ")
    .filter(Boolean)
    .map((predecessorId) => ({ predecessorId, successorId: row.slug }));

/** Every parent before its children, in one running order. */
function topicRows() {
  const rows = topics.flatMap((parent) => [
    { ...termOf(parent), parentId: null as string | null },
    ...(parent.children ?? []).map((child) => ({ ...termOf(child), parentId: slugOf(parent.name) })),
  ]);
  return rows.map((row, position) => ({ ...row, position }));
}

const termOf = ({ name, oldNumber }: { name: string; oldNumber?: number }) => ({
  id: slugOf(name),
  slug: slugOf(name),
  name,
  oldNumber: oldNumber ?? null,
});
