import { request, type IncomingHttpHeaders } from "node:http";
import { expect, test, vi } from "vitest";
import { aGate } from "./a-gate.ts";

const form = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };
const kilobytes = (count: number) => count * 1024;
const limits = { heldBytes: kilobytes(256), bodyBytes: kilobytes(64), requestMs: 20_000 };

/** The gate before a renderer that says how many forms reached it. */
async function aForms(changes: Partial<typeof limits> = {}) {
  let reached = 0;
  const gate = await aGate(
    (asked, response) => {
      asked.resume().once("end", () => {
        reached += 1;
        response.writeHead(303, { location: "/done" }).end();
      });
    },
    { posts: [/^\/save$/], limits: { ...limits, ...changes } },
  );
  return { ...gate, reached: () => reached };
}

/** A form of 64 kilobytes that stops coming before its last. */
function stalling(port: number) {
  const asked = request({ port, host: "127.0.0.1", path: "/save", method: "POST", agent: false });
  for (const [name, value] of Object.entries({ ...form, "content-length": `${kilobytes(64)}` }))
    asked.setHeader(name, value);
  const told: { status: number; headers: IncomingHttpHeaders } = { status: 0, headers: {} };
  const over = new Promise<void>((resolve) => {
    asked.on("response", (reply) => {
      Object.assign(told, { status: reply.statusCode, headers: reply.headers });
      reply.resume().once("end", resolve);
    });
    asked.on("error", () => resolve());
  });
  asked.write(Buffer.alloc(kilobytes(63), "a"));
  return { told, over, finish: () => (asked.end(Buffer.alloc(kilobytes(1), "a")), over) };
}

test("of many slow large forms only what fits is held; the rest is told to come again, and a small one is taken", async () => {
  const { port, ask, reached } = await aForms();
  const slow = Array.from({ length: 24 }, () => stalling(port));
  await vi.waitFor(() => expect(slow.filter(({ told }) => told.status === 503)).toHaveLength(20), 10_000);
  for (const { told } of slow.filter(({ told }) => told.status))
    expect(told.headers).toMatchObject({ "retry-after": "5", connection: "close" });
  expect(reached()).toBe(0);

  const small = { method: "POST", headers: { ...form, "content-length": "3" }, body: "a=b" };
  expect((await ask("/save", small)).status).toBe(303);
  await Promise.all(slow.filter(({ told }) => !told.status).map(({ finish }) => finish()));
  expect(slow.filter(({ told }) => told.status === 303)).toHaveLength(4);

  const again = Array.from({ length: 4 }, () => stalling(port));
  await Promise.all(again.map(({ finish }) => finish()));
  expect(again.map(({ told }) => told.status)).toEqual([303, 303, 303, 303]);
});

test("what breaks off, or does not come in time, is held no longer", async () => {
  const { port } = await aForms({ heldBytes: kilobytes(70), requestMs: 300 });
  await stalling(port).over;
  const next = stalling(port);
  await next.finish();
  expect(next.told.status).toBe(303);
});
