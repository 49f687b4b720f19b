import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { clearAttempts, findAttempt, keepAttempt } from "#lib/data/submissions/attempts.ts";

const at = (minutes: number) => new Date(Date.parse("2026-03-01T09:00:00Z") + minutes * 60_000);
const refused = { typed: { title: "Night buses" }, errors: { council: "Enter the lead council" } };

test("what was refused is found at its own address for an hour, and forgotten afterwards", async () => {
  const id = await keepAttempt("/submit/start", refused, at(0));
  expect(await findAttempt(id, "/submit/start", at(59))).toEqual(refused);
  expect(await findAttempt(id, "/elsewhere", at(1))).toBeNull();
  expect(await clearAttempts(at(59))).toBe(0);
  expect(await findAttempt(id, "/submit/start", at(60))).toBeNull();
  expect(await clearAttempts(at(60))).toBe(1);
});

test("a secret address is not kept as it is: whoever reads the table can open nothing with it", async () => {
  const token = "q7-Zk_".repeat(7) + "A";
  const address = `/submit/${token}/people`;
  const id = await keepAttempt(address, refused, at(0));
  expect(JSON.stringify(await db.attempt.findMany())).not.toContain(token);
  expect((await db.attempt.findUniqueOrThrow({ where: { id } })).address).toMatch(/^(\/[0-9a-f]{64}){3}$/);
  expect(await findAttempt(id, address, at(1))).toEqual(refused);
  for (const other of [`/submit/${token}`, `/submit/${token}/results`, `/submit/${token.toLowerCase()}/people`])
    expect(await findAttempt(id, other, at(1))).toBeNull();
});
