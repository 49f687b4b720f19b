import { publicly } from "#lib/data/generation.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { projectCaseStudies } from "#lib/data/directory/projection.ts";
import { shareCatalogue } from "#lib/data/catalogue/hold.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { keepHolding, longestBatchMs } from "#lib/data/imports/holding.ts";
import { listKnown, noteImported, type Known } from "#lib/data/imports/imported.ts";
import { keepRows, type ReportRow } from "#lib/data/imports/rows.ts";
import { assess, refusalWords, type Assessment } from "#lib/domain/imports/assess.ts";
import { noRows, wrong, type Counts } from "#lib/domain/imports/findings.ts";
import type { ReadRow } from "#lib/domain/imports/read-row.ts";
import { bringIn, type Became, type Brought, type Person } from "./bring-in.ts";

/** A row with its number among those of its file, and a digest of all it says. */
export interface NumberedRow {
  number: number;
  title: string;
  hash: Uint8Array;
  row: ReadRow;
}

export interface Batch {
  importId: string;
  /** The process that is at it. */
  heldBy: string;
  source: string;
  rows: readonly NumberedRow[];
  publish: boolean;
  reason: string;
  actor: Person | null;
}

/** Somebody else is at this import now, who goes on where it was left. */
export class LostImport extends Error {}

/** A row that a command refused, for whose sake nothing of the batch was kept. */
class Refused extends Error {
  readonly number: number;
  readonly reason: string;

  constructor(number: number, reason: string) {
    super(reason);
    this.number = number;
    this.reason = reason;
  }
}

/** Another import of the same source brought one of the rows in meanwhile, for whose sake nothing of the batch was kept. */
class CameMeanwhile extends Error {}

/** Says what some rows would do, and notes how far that has come. Nothing else is written. */
export async function checkBatch(batch: Batch): Promise<void> {
  const check = async (tx: Queries) => {
    const known = await listKnown(
      batch.source,
      batch.rows.map(({ row }) => row),
      tx,
    );
    const rows = batch.rows.map((one) => report(one, known.get(one.row.key) ?? null, judge(one, known, batch)));
    await noteProgress(tx, batch, rows);
  };
  await db.$transaction(check, { timeout: longestBatchMs });
}

/**
 * Brings some rows in, with what they became and how far the import has come, all or nothing: whoever is killed in the midst of it
 * has brought in whole batches. A row that is refused is left out and said to be wrong.
 *
 * @throws LostImport when another process has taken the import
 */
export async function importBatch(batch: Batch): Promise<void> {
  const refused = new Map<number, string>();
  // Each turn leaves one more row out or knows one more, so it comes to an end.
  while (!(await tryBatch(batch, refused)));
}

async function tryBatch(batch: Batch, refused: Map<number, string>): Promise<boolean> {
  try {
    await publicly((tx) => importIn(tx, batch, refused), { timeout: longestBatchMs });
    return true;
  } catch (error) {
    if (error instanceof CameMeanwhile) return false;
    if (!(error instanceof Refused)) throw error;
    refused.set(error.number, error.reason);
    return false;
  }
}

async function importIn(tx: Queries, batch: Batch, refused: ReadonlyMap<number, string>): Promise<void> {
  const { source, actor, publish, reason } = batch;
  const rowsOf = batch.rows.map(({ row }) => row);
  // In the order that everybody keeps, and then as they are once nobody else can change them.
  const early = await listKnown(source, rowsOf, tx);
  await lockCaseStudies(tx, [...new Set([...early.values()].map(({ caseStudyId }) => caseStudyId))]);
  const known = await listKnown(source, rowsOf, tx);
  const waiting: { number: number; publish: NonNullable<Brought["publish"]> }[] = [];
  const toProject: string[] = [];
  const rows: ReportRow[] = [];
  for (const one of batch.rows) {
    const before = known.get(one.row.key) ?? null;
    const why = refused.get(one.number);
    const judged = why === undefined ? judge(one, known, batch) : asRefused(why);
    const isWanted = judged.outcome === "new" || judged.outcome === "changed";
    const request = { row: one.row, known: before, actor, publish, reason };
    const brought = isWanted ? await bringIn(tx, request, (id) => toProject.push(id)) : null;
    if (brought && !brought.ok) throw new Refused(one.number, brought.reason);
    if (brought?.value.publish) waiting.push({ number: one.number, publish: brought.value.publish });
    if (brought) {
      const imported = { source, key: one.row.key, hash: one.hash, ...brought.value.became, now: new Date() };
      if (!(await noteImported(tx, imported, before === null))) throw new CameMeanwhile();
    }
    rows.push(report(one, before, judged, brought?.value.became));
  }
  if (waiting.length) await shareCatalogue(tx);
  // Last, as others wait to publish from here on.
  for (const { number, publish: publishIt } of waiting) {
    const published = await publishIt();
    if (!published.ok) throw new Refused(number, published.reason);
  }
  if (toProject.length) await projectCaseStudies(tx, toProject);
  await noteProgress(tx, batch, rows);
}

function judge({ row, hash }: NumberedRow, known: ReadonlyMap<string, Known>, { publish }: Batch): Assessment {
  const before = known.get(row.key) ?? null;
  return assess(row, before, before !== null && Buffer.from(before.hash).equals(hash), publish);
}

const asRefused = (reason: string): Assessment => ({
  outcome: "wrong",
  findings: [wrong("", "", refusalWords(reason))],
});

const report = (
  { number, title, row }: NumberedRow,
  before: Known | null,
  judged: Assessment,
  became?: Became,
): ReportRow => ({
  ...{ number, title, place: row.place, key: row.key, ...judged },
  caseStudyId: became?.caseStudyId ?? before?.caseStudyId ?? null,
});

async function noteProgress(tx: Queries, { importId, heldBy }: Batch, rows: readonly ReportRow[]): Promise<void> {
  if (!(await keepHolding(tx, importId, heldBy))) throw new LostImport("Another process has taken this import");
  await keepRows(tx, importId, rows);
  const { counts, done } = await tx.import.findUniqueOrThrow({ where: { id: importId } });
  const added: Counts = { ...noRows, ...(counts as Partial<Counts>) };
  for (const { outcome } of rows) added[outcome] += 1;
  await tx.import.update({ where: { id: importId }, data: { counts: { ...added }, done: done + rows.length } });
}
