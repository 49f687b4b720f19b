import type { RequestListener } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { queueOf } from "#lib/domain/addresses/queues.ts";
import { aGate, aPage, rendering } from "./a-gate.ts";

const page = rendering(aPage(`<h1>Whole</h1>${"words ".repeat(500)}`));
const limits = { renders: 4, publicRenders: 2, dearRenders: 2, dearWaiting: 1000, dearMs: 400, fairMs: 250 };
const options = { queueOf, limits, posts: [/^\/submit\/start\/save$/] };

/** A renderer whose searches take until they are let go, one after the other. */
function aSlowOne() {
  const held: { url: string; go: () => void }[] = [];
  const render: RequestListener = (request, response) => {
    if (!request.url?.includes("?")) return page(request, response);
    held.push({ url: request.url, go: () => page(request, response) });
  };
  return { held, render };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await wait(5);
};

test("a crowd that asks for what is dear keeps neither readers nor senders waiting (V2.4.1) (V15.2.2)", async () => {
  const { held, render } = aSlowOne();
  const { ask } = await aGate(render, options);
  const headers = { "sec-fetch-site": "same-origin", "content-length": "3", "accept-encoding": "gzip" };
  const crowd = Array.from({ length: 40 }, (_, number) =>
    ask(`/case-studies?q=${number}`, { headers: { accept: "*/*" } }),
  );
  await until(() => held.length === 2);

  const others = await Promise.all([
    ask("/case-studies/night-buses"),
    ask("/submit/start"),
    ask("/submit/start/save", { method: "POST", headers, body: "a=b" }),
    ask("/healthz"),
  ]);
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(held).toHaveLength(2);

  const turnedAway = await Promise.all(crowd.slice(2));
  for (const { go } of held) go();
  expect((await Promise.all(crowd)).filter(({ status }) => status === 200)).toHaveLength(2);
  for (const { status, headers: fields } of turnedAway)
    expect([status, fields["retry-after"], fields["content-encoding"]]).toEqual([503, "2", undefined]);
});

test("whoever comes while a crowd waits is served before those who have waited too long already", async () => {
  const { held, render } = aSlowOne();
  const { ask } = await aGate(render, { ...options, limits: { ...limits, dearRenders: 1, dearMs: 5000 } });
  const crowd = Array.from({ length: 5 }, (_, number) => ask(`/case-studies?q=${number}`));
  await until(() => held.length === 1);
  await wait(400);
  crowd.push(ask("/case-studies?q=late"));
  await wait(100);
  held[0]?.go();
  await until(() => held.length === 2);
  expect(held[1]?.url).toBe("/case-studies?q=late");

  for (let next = 1; next < crowd.length; next += 1) {
    await until(() => held.length > next);
    held[next]?.go();
  }
  expect((await Promise.all(crowd)).every(({ status }) => status === 200)).toBe(true);
});

test("a crowd larger than the queue is turned away at once", async () => {
  const { held, render } = aSlowOne();
  const { ask } = await aGate(render, { ...options, limits: { ...limits, dearWaiting: 2, dearMs: 60_000 } });
  const answered: number[] = [];
  const crowd = Array.from({ length: 10 }, async (_, number) => {
    const { status } = await ask(`/case-studies?q=${number}`);
    answered.push(status);
  });
  await until(() => answered.length === 6);
  expect(answered).toEqual([503, 503, 503, 503, 503, 503]);
  for (let next = 0; next < 4; next += 1) {
    await until(() => held.length > next);
    held[next]?.go();
  }
  await Promise.all(crowd);
  expect(answered.slice(6)).toEqual([200, 200, 200, 200]);
});
