import { expect, test } from "vitest";
import { boundedNode } from "#lib/ops/bounded.ts";
import { runApart } from "#lib/transfer/word/child/run-apart.ts";

const bounds = { seconds: 30, output: 1000 };
const node = (program: string): [string, string[]] => [process.execPath, ["-e", program]];

test("a process that goes on for ever is ended, and what it said until then is kept (V15.2.2)", async () => {
  const forever = node('process.stdout.write("words\\n"); setInterval(() => undefined, 1000)');
  const ended = await runApart(forever, [], { ...bounds, seconds: 2 });
  expect(ended).toMatchObject({ how: "late", output: "words\n" });
});

test("a process that used up what it may use of a processor is told from one that nobody came to (V15.2.2)", async () => {
  const bounded = boundedNode({ seconds: 1, kilobytes: 1_500_000 }, ["-e", "for (;;);"]);
  expect(await runApart(bounded, [], bounds)).toMatchObject({ how: "spent", code: "SIGXCPU" });
});

test("a process that says too much is ended", async () => {
  const endless = node('const say = () => process.stdout.write("x".repeat(100), say); say()');
  expect(await runApart(endless, [], bounds)).toMatchObject({ how: "tooMuch" });
});

test("a process that gives up takes its faults with it, and one that cannot begin says so", async () => {
  const broken = await runApart(node('throw new Error("no such level")'), ["some", "input"], bounds);
  expect(broken).toMatchObject({ how: "failed", code: 1 });
  expect(broken.faults).toContain("no such level");
  expect(await runApart(["/nowhere/node", []], [], bounds)).toMatchObject({ how: "failed" });
});

test("none of our settings is its business (V13.3.2)", async () => {
  process.env["SECRET_OF_OURS"] = "x";
  const ended = await runApart(node("process.stdout.write(String(process.env.SECRET_OF_OURS))"), [], bounds);
  delete process.env["SECRET_OF_OURS"];
  expect(ended.output).toBe("undefined");
});
