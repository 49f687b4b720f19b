import { join } from "node:path";
import type { Template } from "#lib/domain/template/questions.ts";
import { refuse, type Result } from "#lib/domain/result.ts";
import type { RawReading } from "#lib/domain/word/raw-reading.ts";
import { wordLimits, type WordRefusal } from "#lib/domain/word/refusals.ts";
import { createLog } from "#lib/ops/log.ts";
import { formatOf } from "../package/format.ts";
import { readerCommand } from "./command.ts";
import type { Asked } from "./spoken.ts";
import { inTurn } from "./in-turn.ts";
import { runApart } from "./run-apart.ts";
import { heard } from "./spoken.ts";

interface Options {
  /** The files of the case study it is read for: these need not be taken from the document. */
  files?: readonly string[];
  /** How long it is waited for. */
  seconds?: number;
  log?: Log;
}

type Outcome = Result<RawReading, WordRefusal>;

const program = "lib/transfer/word/child/program.ts";
/** The words of a document, and its pictures in base 64. */
const mostOutput = 80_000_000;

/**
 * Reads a Word file in a process of its own, with little memory, no secrets, nothing it may write and a deadline, so that
 * whatever somebody made of the file ends there. Of pictures there are as many as there was time for.
 */
export async function readWordApart(
  bytes: Uint8Array,
  template: Template,
  { files = [], seconds = wordLimits.patience, log = createLog() }: Options = {},
): Promise<Outcome> {
  const format = formatOf(bytes);
  if (format !== "zip") return refuse(format);
  return (await inTurn(() => readOnce(bytes, { template, files }, seconds, log))) ?? refuse("busy");
}

async function readOnce(bytes: Uint8Array, asked: Asked, seconds: number, log: Log): Promise<Outcome> {
  const root = process.cwd();
  const input = [`${JSON.stringify(asked)}\n`, bytes];
  const ended = await runApart(readerCommand(root, [join(root, program)]), input, { seconds, output: mostOutput });
  const { how, code, faults } = ended;
  if (how !== "done") log[levels[how]]({ how, code, faults }, "reading a Word file broke off");
  return heard(ended.output) ?? refuse(how === "done" ? "failed" : refusals[how]);
}

/** A file that asks for too much is the fault of the file. One that a busy machine did not come to is not. */
const refusals = { spent: "tooLong", late: "late", tooMuch: "tooMuch", failed: "failed" } as const;
const levels = { spent: "info", late: "warn", tooMuch: "warn", failed: "error" } as const;

type Log = ReturnType<typeof createLog>;
