import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";

const run = promisify(execFile);

/** The program on the database of this test. @returns what it printed, or what it complained of */
async function administrator(...args: string[]): Promise<{ printed: string; code: number }> {
  return run(process.execPath, ["lib/programs/administrator.ts", ...args], { env: process.env }).then(
    ({ stdout }) => ({ printed: stdout, code: 0 }),
    ({ stderr, code }: { stderr: string; code: number }) => ({ printed: stderr, code }),
  );
}

test("somebody becomes an administrator, and is told what to do next", async () => {
  const { printed, code } = await administrator("First@Council.Example", "The", "First");
  expect(code).toBe(0);
  expect(printed).toMatch(/^First@Council\.Example is now an administrator\. Next: open \/sign-in/);
  const person = await db.person.findUniqueOrThrow({ where: { email: "first@council.example" } });
  expect(person).toMatchObject({ name: "The First", role: "administrator", active: true });
  expect((await administrator("first@council.example", "Somebody else")).printed).toMatch(
    /is already an administrator/,
  );
});

describe("what is missing or makes no sense is said in one sentence", () => {
  test.each([[[]], [["first@council.example"]], [["first", "The First"]]])("%j", async (args) => {
    const { printed, code } = await administrator(...args);
    expect([printed.trim(), code]).toEqual([
      'Say who it is: npm run administrator -- someone@council.gov.uk "Name"',
      1,
    ]);
  });
});
