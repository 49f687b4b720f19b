import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readerCommand } from "#lib/transfer/word/child/command.ts";

const root = process.cwd();

async function said(program: string): Promise<unknown> {
  const [command, args] = readerCommand(root, ["-e", `process.stdout.write(JSON.stringify(${program}))`]);
  return JSON.parse((await promisify(execFile)(command, args)).stdout) as unknown;
}

test("the reader may read its own code, and neither the secret nor uploads, and write nothing (V13.3.2)", async () => {
  const may = (what: string, ...path: string[]) =>
    `process.permission.has("${what}", ${JSON.stringify(join(root, ...path))})`;
  const asked = [
    may("fs.read", "lib", "transfer", "word", "child", "program.ts"),
    may("fs.read", ".data", "secret"),
    may("fs.read", ".data", "files"),
    may("fs.read", ".git", "config"),
    may("fs.write", "lib"),
    'process.permission.has("addon")',
    'process.permission.has("child")',
  ];
  expect(await said(`[${asked.join()}]`)).toEqual([true, false, false, false, false, false, false]);
});

test.skipIf(process.platform === "win32")("what lies outside its heap is bounded too", async () => {
  const taken = `(() => { try { return [0, 1].map(() => new Uint8Array(1_000_000_000)).length } catch { return "bounded" } })()`;
  expect(await said(taken)).toBe("bounded");
});
