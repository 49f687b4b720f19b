import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { forGate, forPages } from "#lib/programs/launch/processes/v8.mjs";

test.each([...new Set([...forGate, ...forPages])])("Node begins with %s", (flag) => {
  const { status, stderr } = spawnSync(process.execPath, [flag, "-e", "0"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});
