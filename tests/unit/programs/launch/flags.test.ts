import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { forGate, forPages } from "#lib/programs/launch/site.ts";

test.each([...new Set([forGate, ...forPages])])("Node knows %s", (flag) => {
  // A renderer would end at once, and the gate would go on without a word.
  const { stdout } = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  const name = flag.replace(/^--(?:no-)?/, "").replace(/=.*/, "");
  expect(stdout).toMatch(new RegExp(`^ +--${name} \\(`, "m"));
});
