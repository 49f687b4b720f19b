import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { alone } from "#tests/vitest.config.ts";

const settles = /\bvi\.(?:do)?[mM]ock\(|#tests\/support\/signed-in\.ts|DATABASE_(?:REPLICA_)?URLS?"\] =/;

test("a test that settles what modules find shares them with no other", () => {
  const settling = globSync("tests/{app,data,commands,programs}/**/*.test.ts").filter((file) =>
    settles.test(readFileSync(file, "utf8")),
  );
  expect(settling.length).toBeGreaterThan(8);
  const apart = new Set(globSync(alone));
  expect(settling.filter((file) => !apart.has(file))).toEqual([]);
});
