import { mkdtemp, readFile, rm } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { superviseProcess, type ProcessOptions } from "#lib/gate/renderer/supervise.ts";
import { createLog } from "#lib/ops/log.ts";

const pauses = { firstMs: 10, longestMs: 40, wellMs: 60_000 };
const wellBehaved = `process.send("ready"); process.on("disconnect", () => process.exit()); process.send(process.pid)`;

function aSupervised(script: string, options: Partial<ProcessOptions> = {}) {
  const args = ["-e", script];
  const renderer = superviseProcess({
    name: "renderer",
    command: process.execPath,
    args,
    log: createLog("silent"),
    pauses,
    ...options,
  });
  onTestFinished(() => renderer.stop(1000));
  return renderer;
}

describe("supervising the renderer", () => {
  test("starts it, hears that it is ready, and stops it", async () => {
    const exits: unknown[] = [];
    const renderer = aSupervised(wellBehaved, { onExit: (...how) => exits.push(how) });
    expect(renderer.isReady()).toBe(false);
    await vi.waitUntil(renderer.isReady, 5000);
    await renderer.stop(5000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(renderer.isReady()).toBe(false);
    expect(exits).toEqual([[null, "SIGTERM"]]);
  });

  test("has it step back behind ourselves where it is told to", async () => {
    const folder = await mkdtemp(join(tmpdir(), "niceness-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "pid");
    const telling = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid)); ${wellBehaved}`;
    const renderer = aSupervised(telling, { niceness: 3 });
    await vi.waitUntil(renderer.isReady, 5000);
    expect(getPriority(Number(await readFile(file, "utf8")))).toBe(Math.min(19, getPriority() + 3));
  });

  test("starts it again each time it ends, and tells both times, even when the listener fails", async () => {
    let ready = 0;
    const dying = `process.send("ready", () => process.exit(3))`;
    const codes: unknown[] = [];
    const onReady = async () => {
      ready += 1;
      throw new Error("the listener's own");
    };
    aSupervised(dying, { onReady, onExit: (code) => codes.push(code) });
    await vi.waitUntil(() => ready >= 3 && codes.length >= 2, 5000);
    expect(codes.slice(0, 2)).toEqual([3, 3]);
  });

  test("waits longer each time up to a bound", async () => {
    const pausesSeen: unknown[] = [];
    const stream = { write: (line: string) => void pausesSeen.push((JSON.parse(line) as { pause: number }).pause) };
    aSupervised("process.exit(1)", { log: createLog("error", stream) });
    await vi.waitUntil(() => pausesSeen.length >= 4, 10_000);
    expect(pausesSeen.slice(0, 4)).toEqual([10, 20, 40, 40]);
  });

  test("ends a child that will not listen once the deadline has passed", async () => {
    const exits: unknown[] = [];
    const deaf = `process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); process.send("ready")`;
    const renderer = aSupervised(deaf, { onExit: (...how) => exits.push(how) });
    await vi.waitUntil(renderer.isReady, 5000);
    await renderer.stop(50);
    expect(exits).toEqual([[null, "SIGKILL"]]);
  });

  test("does not start it again after stopping, and stops at once what cannot be started", async () => {
    let exits = 0;
    const renderer = aSupervised("", { command: "/nowhere/node", onExit: () => (exits += 1) });
    await vi.waitUntil(() => exits >= 2, 5000);
    await renderer.stop(1000);
    const then = exits;
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(exits).toBe(then);
  });
});
