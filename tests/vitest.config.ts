import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

const withDatabase = {
  globalSetup: ["tests/support/database-server.ts"],
  setupFiles: ["tests/support/own-database.ts"],
  pool: "forks" as const,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** Tests that settle what modules find when they are read: who asks, or which database or replica there is. They share none with others. */
export const alone = [
  "tests/{data,programs}/**/{replicas,least-rights}.test.ts",
  "tests/app/{fact-checks,sessions}.test.ts",
  "tests/app/review/*.test.ts",
];

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/architecture/**/*.test.ts"],
          // A machine that others use too takes its time, of which no test is about.
          testTimeout: 30_000,
          // A module is read once in a worker and not once in a file: half the time.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          ...withDatabase,
          name: "database",
          include: ["tests/{app,data,commands}/**/*.test.ts"],
          exclude: alone,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          ...withDatabase,
          name: "programs",
          include: ["tests/programs/**/*.test.ts"],
          exclude: alone,
          isolate: false,
          // Four on two cores: they wait for programs they started.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          ...withDatabase,
          name: "alone",
          include: alone,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
