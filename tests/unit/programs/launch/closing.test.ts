import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";

test("a program that fails while nobody reads what it writes ends all the same", { timeout: 20_000 }, async () => {
  const program = `
    import { stayUntilTold } from "./lib/programs/launch/closing.ts";
    await stayUntilTold(async () => {
      process.send("open");
      setTimeout(() => { throw new Error("a fault") }, 200);
    });
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  child.stderr?.destroy();
  const [code] = await once(child, "exit");
  expect(code).toBe(1);
});
