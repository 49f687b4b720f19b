import { expect, test } from "vitest";
import { runSteps } from "#lib/programs/check/run-steps.ts";
import { Complaint } from "#lib/programs/launch/complaint.ts";

test("a step that breaks off is one failure, the others still run, and the last lines name and count what failed", async () => {
  const said: string[] = [];
  const sum = await runSteps(
    [
      { name: "Types", run: async () => ({ passed: 1, failed: 0 }) },
      { name: "Build", run: async () => Promise.reject(new Complaint("The build failed.")) },
      { name: "Tests", run: async () => ({ passed: 7, failed: 2, failures: ["- one: why", "- two: why"] }) },
    ],
    (line) => said.push(line),
  );

  expect(sum).toMatchObject({ passed: 8, failed: 3 });
  expect(said).toContain("The build failed.");
  const last = ["What failed:", "- Build: The build failed.", "- one: why", "- two: why", "", "8 passed, 3 failed"];
  expect(said.join("\n").split("\n").slice(-last.length)).toEqual(last);
});
