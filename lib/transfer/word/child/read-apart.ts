import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Template } from "#lib/domain/template/questions.ts";
import { refuse, type Result } from "#lib/domain/result.ts";
import type { RawReading } from "#lib/domain/word/raw-reading.ts";
import { wordLimits, type WordRefusal } from "#lib/domain/word/refusals.ts";
import { formatOf } from "../package/format.ts";
import { inTurn } from "./in-turn.ts";

type Outcome = Result<RawReading, WordRefusal>;

const program = "lib/transfer/word/child/program.ts";
const memory = 384;
/** The most that is taken from the program: the pictures of a document, in base 64, and its words several times over. */
const mostOutput = 120_000_000;

/**
 * Reads a Word file in a process of its own, with little memory, no secrets, nothing it may write and a deadline, so that
 * whatever somebody made of the file ends there.
 */
export async function readWordApart(
  bytes: Uint8Array,
  template: Template,
  seconds: number = wordLimits.seconds,
): Promise<Outcome> {
  const format = formatOf(bytes);
  if (format !== "zip") return refuse(format);
  return inTurn(() => readOnce(bytes, template, seconds));
}

function readOnce(bytes: Uint8Array, template: Template, seconds: number): Promise<Outcome> {
  const root = process.cwd();
  const limits = [
    `--max-old-space-size=${memory}`,
    "--permission",
    "--allow-addons",
    `--allow-fs-read=${join(root, "*")}`,
    "--no-warnings",
  ];
  const child = spawn(process.execPath, [...limits, join(root, program)], {
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let late = false;
    const deadline = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, seconds * 1000);
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > mostOutput) child.kill("SIGKILL");
      else chunks.push(chunk);
    });
    child.on("error", () => resolve(refuse("tooLong")));
    child.on("close", (code) => {
      clearTimeout(deadline);
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString("utf8")) as Outcome);
      else resolve(refuse(late ? "tooLong" : code === 1 ? "damaged" : "tooMuch"));
    });
    // A program that ended early reads no more; why it ended is what counts.
    child.stdin.on("error", () => undefined);
    child.stdin.write(`${JSON.stringify(template)}\n`);
    child.stdin.end(bytes);
  });
}
