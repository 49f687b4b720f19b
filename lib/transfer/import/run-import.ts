import { createHash } from "node:crypto";
import type { Person } from "#lib/commands/imports/bring-in.ts";
import { beginCheck, endCheck, endImport, noteFormat, refuseImport } from "#lib/commands/imports/end-stage.ts";
import {
  checkBatch,
  importBatch,
  LostImport,
  type Batch,
  type NumberedRow,
} from "#lib/commands/imports/import-batch.ts";
import { letGo } from "#lib/data/imports/holding.ts";
import { listNumbers } from "#lib/data/imports/rows.ts";
import { findImport, readParts, type ImportState } from "#lib/data/imports/imports.ts";
import { listChoices } from "#lib/data/imports/lists.ts";
import type { Lists } from "#lib/domain/imports/cells/choices.ts";
import { canonical } from "#lib/domain/imports/differences.ts";
import { wrong } from "#lib/domain/imports/findings.ts";
import { importLimits } from "#lib/domain/imports/limits.ts";
import { readRow, type RawRow, type ReadRow } from "#lib/domain/imports/read-row.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { mayImport } from "#lib/domain/workflow/decide.ts";
import { readEnv } from "#lib/ops/env.ts";
import { inFigures } from "#lib/domain/template/text.ts";
import { openRows, type Opened } from "./reading/open-rows.ts";
import { Unreadable } from "./reading/unreadable.ts";

interface Run {
  id: string;
  /** The process that has taken it. */
  heldBy: string;
  /** Told after each batch how many rows are done. */
  onProgress?: (done: number) => void;
  /** Stops it between two batches. Whoever takes it next goes on there. */
  signal?: AbortSignal;
}

// What is looked through writes a line for a row; what is brought in holds up other publications for as long as its batch takes.
const sizes = { waiting: 200, confirmed: 20 };
/** How many batches are under way at once: while one is published, the next is written. */
const atOnce = 2;

/** Looks an import through, or brings it in, whichever it waits for. It has been taken by this process, and is let go in the end. */
export async function runImport(run: Run): Promise<void> {
  const { id, heldBy } = run;
  try {
    const state = await findImport(id);
    if (state?.stage === "waiting") await lookThrough(run, state);
    if (state?.stage === "confirmed") await bringAllIn(run, state);
  } catch (error) {
    if (error instanceof Unreadable) return await refuseImport({ id, heldBy }, error.message);
    if (!(error instanceof LostImport)) throw error;
  } finally {
    await letGo(id, heldBy);
  }
}

async function lookThrough(run: Run, state: ImportState): Promise<void> {
  await beginCheck(run);
  // What cannot be read to its end, or has too many rows, is refused before anything is said of its rows.
  const { format, encoding, notes, rows } = (await open(state)).opened;
  await noteFormat(run, { format, encoding, notes, total: await countRows(rows) });
  const { lists, opened } = await open(state);
  const check = (some: NumberedRow[]) => checkBatch(batchOf(run, state, some));
  await inBatches(run, numbered(opened, state, lists), sizes.waiting, check);
  if (!run.signal?.aborted) await endCheck(run);
}

async function countRows(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _row of rows) {
    count += 1;
    if (count > importLimits.rows)
      throw new Unreadable(
        `This file has more than ${inFigures(importLimits.rows)} rows. Divide it and import the parts one after the other.`,
      );
  }
  return count;
}

async function bringAllIn(run: Run, state: ImportState): Promise<void> {
  const actor = actorOf(state);
  if (state.personId && !actor) throw new Unreadable("Whoever asked for this import may not do so any more.");
  const { lists, opened } = await open(state);
  const done = await listNumbers(run.id);
  const left = leftOf(numbered(opened, state, lists), done);
  await inBatches(run, left, sizes.confirmed, (rows) => importBatch(batchOf(run, state, rows)), done.size);
  if (!run.signal?.aborted) await endImport(run);
}

function actorOf({ person, publish }: ImportState): Person | null {
  if (!person?.active) return null;
  const actor = { kind: "person" as const, id: person.id, role: person.role };
  return mayImport(publish, actor) ? actor : null;
}

const batchOf = ({ id, heldBy }: Run, state: ImportState, rows: readonly NumberedRow[]): Batch => ({
  ...{ importId: id, heldBy, rows, actor: actorOf(state) },
  ...{ source: state.source, publish: state.publish, reason: state.reason },
});

async function open({ id, base }: ImportState): Promise<{ lists: Lists; opened: Opened }> {
  const lists = await listChoices();
  return { lists, opened: await openRows(() => readParts(id), { lists, base }) };
}

/** Reads each row, and finds what stands twice in one file. */
async function* numbered(
  { rows, format }: Opened,
  { topicId }: ImportState,
  lists: Lists,
): AsyncGenerator<NumberedRow> {
  const { PUBLIC_URL } = readEnv();
  const origin = PUBLIC_URL ? new URL(PUBLIC_URL).origin : "";
  const reading = { lists, topicId, origin, lenient: format === "listing" };
  const places = new Map<string, number>();
  let number = 0;
  for await (const raw of rows) {
    const row = withoutDoubles(readRow(raw, reading), places, raw);
    yield { number, title: titleOf(row), hash: hashOf(row), row };
    number += 1;
  }
}

function withoutDoubles(row: ReadRow, places: Map<string, number>, { place }: RawRow): ReadRow {
  const first = row.key ? places.get(row.key) : undefined;
  if (row.key && first === undefined) places.set(row.key, place);
  if (first === undefined) return row;
  return {
    ...row,
    findings: [...row.findings, wrong("", row.key, `Row ${first} has this reference already. Give each row its own`)],
  };
}

const titleOf = ({ template, answers }: ReadRow): string =>
  template ? factsOf(getTemplate(template), answers).title.slice(0, 200) : "";

/** A digest of all that a row says, and of what it was asked for. */
const hashOf = ({ template, answers, contact, lead, asked }: ReadRow): Uint8Array =>
  createHash("sha256")
    .update(canonical([template, answers, contact, lead, asked]))
    .digest();

async function* leftOf(rows: AsyncIterable<NumberedRow>, done: ReadonlySet<number>): AsyncGenerator<NumberedRow> {
  for await (const row of rows) if (!done.has(row.number)) yield row;
}

/** @returns how many rows there were */
async function inBatches(
  { onProgress, signal }: Run,
  rows: AsyncIterable<NumberedRow>,
  size: number,
  work: (rows: NumberedRow[]) => Promise<void>,
  before = 0,
): Promise<number> {
  const underWay = new Set<Promise<void>>();
  let [done, batch] = [before, [] as NumberedRow[]];
  const begin = () => {
    const rows = batch;
    batch = [];
    const working: Promise<void> = work(rows)
      .then(() => onProgress?.((done += rows.length)))
      .finally(() => underWay.delete(working));
    // Whoever waits for it hears of its failure.
    working.catch(() => undefined);
    underWay.add(working);
  };
  try {
    for await (const row of rows) {
      if (signal?.aborted) break;
      batch.push(row);
      if (batch.length < size) continue;
      begin();
      if (underWay.size >= atOnce) await Promise.race(underWay);
    }
    if (batch.length && !signal?.aborted) begin();
    await Promise.all(underWay);
    return done;
  } finally {
    await Promise.allSettled(underWay);
  }
}
