import { request, type RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { aGate } from "./a-gate.ts";

const uploads = [/^\/attach$/];
const options = { posts: [...uploads, /^\/save$/], uploads };
const multipart = { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=x" };

/** A renderer that counts what comes, and notes what was cut short. */
function counting() {
  const seen = { bytes: 0, cut: 0, whole: 0, largest: 0 };
  const render: RequestListener = (asked, response) => {
    asked.on("data", (chunk: Buffer) => {
      seen.bytes += chunk.length;
      seen.largest = Math.max(seen.largest, chunk.length);
    });
    asked.on("end", () => {
      seen.whole += 1;
      response.writeHead(303, { location: "/done" }).end();
    });
    asked.on("close", () => (seen.cut += Number(!asked.complete)));
    asked.on("error", () => undefined);
  };
  return { seen, render };
}

function sending(port: number, path: string, length: number) {
  const asked = request({ port, host: "127.0.0.1", path, method: "POST", agent: false });
  for (const [name, value] of Object.entries({ ...multipart, "content-length": `${length}` }))
    asked.setHeader(name, value);
  const answered = new Promise<number>((resolve) => {
    asked.on("response", (reply) => (reply.resume(), resolve(reply.statusCode ?? 0)));
    asked.on("error", () => resolve(0));
  });
  return { asked, answered };
}

test("a form that ends with its head is answered at once, with files or without", async () => {
  const { seen, render } = counting();
  const { raw } = await aGate(render, options);
  const head = ["POST /attach HTTP/1.1", "Host: localhost", "Sec-Fetch-Site: same-origin", "Connection: close"];
  for (const type of [multipart["content-type"], "application/x-www-form-urlencoded"])
    for (const about of [[], ["Content-Length: 0"], ["Expect: 100-continue"]]) {
      const answer = await raw([...head, `Content-Type: ${type}`, ...about, "", ""].join("\r\n"));
      expect(answer, `${type} ${about.join()}`).toMatch(about[0]?.startsWith("Content") ? / 303 / : /^HTTP\/1\.1 303 /);
    }
  expect(seen).toMatchObject({ bytes: 0, whole: 6, cut: 0 });
});

test("a form with files goes to the renderer as it comes, and no other form may be that large", async () => {
  const { seen, render } = counting();
  const { port, ask } = await aGate(render, options);
  const megabyte = Buffer.alloc(2 ** 20);
  const { asked, answered } = sending(port, "/attach", 40 * megabyte.length);
  asked.write(megabyte);
  while (seen.bytes < megabyte.length) await sleep(5);
  for (let sent = 1; sent < 40; sent++) if (!asked.write(megabyte)) await new Promise((go) => asked.once("drain", go));
  asked.end();
  expect(await answered).toBe(303);
  expect(seen).toMatchObject({ bytes: 40 * megabyte.length, whole: 1, cut: 0 });

  const big = { method: "POST", headers: { ...multipart, "content-length": `${2 ** 21}` } };
  expect((await ask("/save", big)).status).toBe(413);
  const typed = { ...big.headers, "content-type": "application/x-www-form-urlencoded" };
  expect((await ask("/attach", { ...big, headers: typed })).status).toBe(413);
  const huge = { ...big.headers, "content-length": `${2 ** 30}` };
  expect((await ask("/attach", { ...big, headers: huge })).status).toBe(413);
});

test("one from another site is refused before any of it is read (V3.5.1)", async () => {
  const { seen, render } = counting();
  const { ask } = await aGate(render, options);
  const headers = { ...multipart, "sec-fetch-site": "cross-site", "content-length": "5" };
  expect((await ask("/attach", { method: "POST", headers, body: "hello" })).status).toBe(403);
  expect(seen).toEqual({ bytes: 0, cut: 0, whole: 0, largest: 0 });
});

test("one that breaks off is broken off for the renderer too, and never looks complete", async () => {
  const { seen, render } = counting();
  const { port, ask } = await aGate(render, options);
  const { asked } = sending(port, "/attach", 1000);
  asked.write("half");
  while (seen.bytes < 4) await sleep(5);
  asked.destroy();
  while (!seen.cut) await sleep(5);
  expect(seen).toMatchObject({ whole: 0, cut: 1 });
  expect(
    (await ask("/attach", { method: "POST", headers: { ...multipart, "content-length": "2" }, body: "hi" })).status,
  ).toBe(303);
});

test("one that is too slow is told, and gives its place back", async () => {
  const { seen, render } = counting();
  const limits = { slowMs: 100, slowest: 1000, uploadsAtOnce: 1 };
  const { port } = await aGate(render, { ...options, limits });
  const slow = sending(port, "/attach", 1000);
  slow.asked.write("a");
  while (!seen.bytes) await sleep(5);
  const other = sending(port, "/attach", 2);
  other.asked.end("hi");
  expect(await other.answered).toBe(503);
  expect(await slow.answered).toBe(408);
  const later = sending(port, "/attach", 2);
  later.asked.end("hi");
  expect(await later.answered).toBe(303);
});

test("an answer that comes early is heard once everything was sent", async () => {
  const { port } = await aGate((_asked, response) => response.writeHead(303, { location: "/full" }).end(), options);
  const { asked, answered } = sending(port, "/attach", 5 * 2 ** 20);
  asked.end(Buffer.alloc(5 * 2 ** 20));
  expect(await answered).toBe(303);
});

test("one that waits for leave to send is given it", async () => {
  const { render } = counting();
  const { port } = await aGate(render, options);
  const { asked, answered } = sending(port, "/attach", 2);
  asked.setHeader("expect", "100-continue");
  asked.once("continue", () => asked.end("hi"));
  asked.flushHeaders();
  expect(await answered).toBe(303);
});

test("while no renderer is there, one is told to come again", async () => {
  const { port, renderer } = await aGate(counting().render, options);
  renderer.closeAllConnections();
  await new Promise((closed) => renderer.close(closed));
  const { asked, answered } = sending(port, "/attach", 2 ** 20);
  asked.end(Buffer.alloc(2 ** 20));
  expect(await answered).toBe(503);
});

describe("while the database is away, a form with files", () => {
  const part = (name: string, value: string, file = "") =>
    `--x\r\ncontent-disposition: form-data; name="${name}"${file && `; filename="${file}"\r\ncontent-type: image/png`}\r\n\r\n${value}\r\n`;
  const away = { ...options, isDatabaseUp: async () => false };

  /** What becomes of a form at a renderer that fails before it has read it. */
  async function refused(body: string) {
    const { ask } = await aGate((_asked, response) => response.writeHead(500).end(), away);
    const headers = { ...multipart, "content-length": `${Buffer.byteLength(body)}` };
    return ask("/attach", { method: "POST", headers, body });
  }

  test("comes back with all that was typed in it, before and after its files, to be sent again", async () => {
    const file = "PNG".repeat(500_000);
    const answer = await refused(
      `${part("title", "A “new” <b>bus</b>")}${part("add", file, "a.png")}${part("alt", "A bus\r\nat night")}--x--\r\n`,
    );
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('<form method="post" action="/attach" enctype="multipart/form-data">');
    expect(answer.text).toContain('name="title" value="A “new” &#60;b&#62;bus&#60;/b&#62;"');
    expect(answer.text).toContain('name="alt" value="A bus\r\nat night"');
    expect(answer.text).toContain("Choose files again");
    expect(answer.text).not.toMatch(/PNGPNG|a\.png|name="add"/);
  });

  test("with more than a megabyte typed, or none that can be read, is told to come again without it", async () => {
    const long = Array.from({ length: 5 }, (_, at) => part(`text${at}`, "a".repeat(300_000))).join("");
    for (const body of [`${long}--x--\r\n`, part("text", "a").slice(0, -3), "not divided"]) {
      const answer = await refused(body);
      expect(answer.status).toBe(503);
      expect(answer.text).not.toContain("<form");
    }
  });
});
