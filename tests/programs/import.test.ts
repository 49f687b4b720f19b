import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#lib/data/db.ts";
import { aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "casebook-import-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const program = "lib/programs/import.ts";

/** The program on the database of this test. @returns what it printed, and what it complained of */
async function importing(...args: string[]): Promise<{ printed: string; complaint: string; code: number }> {
  return run(process.execPath, [program, ...args], { env: process.env }).then(
    ({ stdout }) => ({ printed: stdout, complaint: "", code: 0 }),
    ({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({
      ...{ printed: stdout, complaint: stderr.trim(), code },
    }),
  );
}

async function aFile(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("into a directory without anybody, a saved list comes as drafts", async () => {
  const file = "tests/fixtures/saved-listings/culture.txt";
  const asked = [file, "--source", "Saved", "--topic", "culture-tourism-leisure-and-sport"];
  const trial = await importing(...asked, "--dry-run");
  expect(trial.printed).toMatch(
    /10 new, 0 changed, 0 unchanged, 0 wrong\.\nNothing was brought in: this was a trial\.\n$/,
  );
  expect(await db.caseStudy.count()).toBe(0);
  const { printed, code } = await importing(...asked);
  expect([printed.trim().split("\n").at(-1), code]).toEqual(["10 new, 0 changed, 0 unchanged, 0 wrong.", 0]);
  expect(await db.version.count({ where: { state: "draft", imported: true } })).toBe(10);
});

describe("with an administrator", () => {
  beforeAll(() => aPerson("administrator"));
  const publishing = ["--source", "Old", "--publish", "--reason", "They were published there."];

  test("killed half-way, it is completed by being repeated, and nothing is doubled", async () => {
    const file = await aFile("whole.csv", aTable(rowsUpTo(200)));
    const child = spawn(process.execPath, [program, file, ...publishing], { env: process.env, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
    const countOf = () => db.importedRow.count({ where: { source: "Old" } });
    await vi.waitFor(async () => expect(await countOf()).toBeGreaterThan(30), { timeout: 60_000, interval: 20 });
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    const half = await countOf();
    expect(half).toBeLessThan(200);
    expect(await db.version.count({ where: { state: "published" } })).toBe(half);

    const { printed, complaint } = await importing(file, ...publishing);
    expect([complaint, printed.trim().split("\n").at(-1)]).toEqual([
      "",
      `${200 - half} new, 0 changed, ${half} unchanged, 0 wrong.`,
    ]);
    expect(await countOf()).toBe(200);
    expect(await db.version.count({ where: { state: "published" } })).toBe(200);
    expect(await db.listing.count()).toBe(200);
  }, 180_000);

  test("what is wrong is named and left out, and it says so in the end", async () => {
    const rows = rowsUpTo(3).map((row, index) => (index === 1 ? { ...row, council: "Nowhere" } : row));
    const { printed, complaint, code } = await importing(await aFile("wrong.csv", aTable(rows)), "--source", "Wrong");
    expect(printed).toContain(
      "3. Wrong: How case study 2 came about\n    Wrong: council: “Nowhere”. Choose one council",
    );
    expect(printed).toContain("2 new, 0 changed, 0 unchanged, 1 wrong.");
    expect([complaint, code]).toEqual([
      "1 rows are wrong and stay out. Put the file right and import it again: nothing is doubled.",
      1,
    ]);
  });
});

describe("what is missing or makes no sense is said in one sentence", () => {
  const source = ["--source", "A test"];
  test.each<[string[], RegExp]>([
    [[], /^Say which file: npm run import -- FILE/],
    [["package.json"], /^--source is missing: it says whose references the rows have: npm run import/],
    [["package.json", "--source", " "], /^--source is missing/],
    [["no-such-file.csv", ...source], /^There is no file no-such-file\.csv\.$/],
    [["package.json", ...source, "--publish"], /^--publish needs --reason/],
    [["package.json", ...source, "--topic", "nothing"], /^No topic is called “nothing”\.$/],
    [["package.json", ...source, "--as", "nobody@council.example"], /^Nobody who may import has that address/],
    [["package.json", ...source], /^Nothing in this JSON file has a “title”/],
  ])("%j", async (args, complaint) => {
    const { complaint: said, code } = await importing(...args);
    expect([said, code]).toEqual([expect.stringMatching(complaint), 1]);
  });
});
