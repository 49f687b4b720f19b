/** A program under tests that proves a promise, too slowly for `npm test`. It ends with 0 if the promise holds. */
export interface Proof {
  name: string;
  /** Its file, from the root. */
  program: string;
  /** What it takes when everything runs in turn. */
  args?: readonly string[];
}

/** In the order in which they run. */
export const proofs: readonly Proof[] = [
  { name: "submissions", program: "tests/faults/submissions.ts", args: ["--clients=40", "--kills=10"] },
  { name: "workload", program: "tests/faults/workload/workload.ts" },
  { name: "outage", program: "tests/faults/outage/outage.ts" },
  { name: "rolling", program: "tests/faults/rolling/rolling.ts" },
  { name: "degraded", program: "tests/faults/degraded/degraded.ts" },
  { name: "races", program: "tests/faults/races/races.ts" },
  { name: "uploads", program: "tests/faults/uploads/uploads.ts" },
  { name: "matrix", program: "tests/attack/matrix/matrix.ts" },
  { name: "heard", program: "tests/heard/heard.ts" },
  { name: "targets", program: "tests/attack/targets/targets.ts" },
  { name: "flood", program: "tests/attack/flood/flood.ts" },
  { name: "slow", program: "tests/attack/slow/slow.ts" },
  { name: "forms", program: "tests/attack/forms/forms.ts" },
  { name: "canaries", program: "tests/attack/canaries/canaries.ts" },
  { name: "restore", program: "tests/faults/restore/restore.ts" },
  { name: "migrate", program: "tests/faults/migrate/migrate.ts" },
  { name: "recovery", program: "tests/faults/recovery/recovery.ts" },
  { name: "thorough", program: "tests/long/thorough.ts" },
  { name: "scanners", program: "tests/attack/scanners/scanners.ts" },
  { name: "headers", program: "tests/attack/headers/headers.ts" },
  { name: "tls", program: "tests/attack/tls/tls.ts" },
];
