import { randomBytes, randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { openLanding } from "#prisma/copy/landing.ts";
import { openSnapshot } from "#prisma/copy/snapshot.ts";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";

test("a table of many parts leaves no listeners behind", async () => {
  const admin = inject("adminUrl");
  const name = `casebook_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await createDatabase(admin, name);
  onTestFinished(() => dropDatabase(admin, name));
  const snapshot = await openSnapshot(process.env["DATABASE_URL"] ?? "");
  await snapshot.close();
  const warnings: Error[] = [];
  const note = (warning: Error) => void (warning.name !== "DeprecationWarning" && warnings.push(warning));
  process.on("warning", note);
  onTestFinished(() => void process.off("warning", note));
  const landing = await openLanding(admin.replace(/\/[^/?]+(\?|$)/, `/${name}$1`), snapshot.migrations, false);
  onTestFinished(() => landing.close());

  const word = "x".repeat(1_500_000);
  for (let part = 0; part < 15; part += 1)
    await landing.take({ name: "Synonym", columns: ["id", "words"] }, Buffer.from(`${randomUUID()}\t{${word}}\n`));
  await turn();

  expect(warnings).toEqual([]);
  // The rows have come, and nothing was kept from whoever waits for them.
  await expect(landing.finish({ weights: {}, sequences: [] })).rejects.toThrow(/has \d+ rows, and had none/);
});
