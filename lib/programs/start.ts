import "#lib/ops/held-tick.ts";
import { runProgram } from "./launch/complaint.ts";
import { serve } from "./launch/serve.ts";

await runProgram(() => serve({ reloading: false }));
