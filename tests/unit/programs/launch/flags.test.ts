import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { forGate, forPages } from "#lib/programs/launch/processes/v8.mjs";

test.each([...new Set([...forGate, ...forPages])])("Node knows %s", (flag) => {
  // The process would end at once.
  const { stdout } = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  const name = flag.replace(/^--(?:no-)?/, "").replace(/=.*/, "");
  expect(stdout).toMatch(new RegExp(`^ +--${name} \\(`, "m"));
});
