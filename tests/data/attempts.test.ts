import { expect, test } from "vitest";
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
