import type { LookupAddress } from "node:dns";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { followLink } from "#lib/commands/upkeep/links/follow-link.ts";
import { internet, type Network } from "#lib/commands/upkeep/links/network.ts";

let port = 0;
let asked: string[] = [];

/** Pages of a site of ours, on the one port of this machine that stands for the internet. */
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/works": (_, response) => response.end("words"),
  "/head-unknown": ({ method }, response) => response.writeHead(method === "HEAD" ? 405 : 200).end(),
  "/dead": (_, response) => response.writeHead(404).end(),
  "/gone": (_, response) => response.writeHead(410).end(),
  "/failing": (_, response) => response.writeHead(500).end(),
  "/guarded": (_, response) => response.writeHead(403).end(),
  "/moved": (_, response) => response.writeHead(301, { Location: "/works" }).end(),
  "/moved-twice": (_, response) => response.writeHead(308, { Location: `http://other.example:${port}/moved` }).end(),
  "/for-now": (_, response) => response.writeHead(302, { Location: "/works" }).end(),
  "/moved-to-dead": (_, response) => response.writeHead(301, { Location: "/dead" }).end(),
  "/loop": (_, response) => response.writeHead(302, { Location: "/pool" }).end(),
  "/pool": (_, response) => response.writeHead(302, { Location: "/loop" }).end(),
  "/further": ({ url }, response) => response.writeHead(302, { Location: `/further?${(url ?? "").length}` }).end(),
  "/slow": () => undefined,
  "/drips": (_, response) => response.writeHead(200).flushHeaders(),
  "/cut": ({ socket }) => socket.destroy(),
  "/to-mail": (_, response) => response.writeHead(302, { Location: "mailto:a@b.example" }).end(),
  "/to-nonsense": (_, response) => response.writeHead(302, { Location: "http://" }).end(),
  "/to-loopback": (_, response) => response.writeHead(302, { Location: "http://127.0.0.1:1/secret" }).end(),
  "/to-metadata": (_, response) => response.writeHead(301, { Location: "http://169.254.169.254/latest" }).end(),
  "/to-decimal": (_, response) => response.writeHead(301, { Location: "http://2130706433/" }).end(),
  "/to-inside": (_, response) => response.writeHead(302, { Location: `http://inside.example:${port}/works` }).end(),
};
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.headers.host}${request.url}`);
  const page = pages[new URL(request.url ?? "/", "http://x").pathname];
  if (page) page(request, response);
  else response.writeHead(404).end();
});

const at = (address: string): LookupAddress[] => [{ address, family: address.includes(":") ? 6 : 4 }];
const names: Record<string, LookupAddress[]> = {
  "site.example": at("127.0.0.1"),
  "other.example": at("127.0.0.1"),
  "inside.example": at("10.0.0.7"),
  "both.example": [...at("127.0.0.1"), ...at("192.168.0.1")],
  "inside-six.example": at("fd00::1"),
};
/** The network beyond this machine: names of ours, and the one port here that stands for a public server. */
const network: Network = {
  resolve: async (host) => names[host] ?? internet.resolve(host),
  mayAsk: (address, to) => (address === "127.0.0.1" && to === port) || internet.mayAsk(address, to),
};

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.closeAllConnections());

const follow = (path: string, host = "site.example") =>
  followLink(`http://${host}:${port}${path}`, { network, patienceMs: 1500 });

describe("a link", () => {
  test.each([
    ["/works", { result: "ok", status: 200, target: "" }],
    ["/head-unknown", { result: "ok", status: 200, target: "" }],
    ["/guarded", { result: "ok", status: 403, target: "" }],
    ["/dead", { result: "dead", status: 404, target: "" }],
    ["/gone", { result: "dead", status: 410, target: "" }],
    ["/failing", { result: "unreachable", status: 500, target: "" }],
    ["/for-now", { result: "ok", status: 200, target: "" }],
    ["/moved-to-dead", { result: "dead", status: 404, target: "" }],
    ["/loop", { result: "loop" }],
    ["/further", { result: "loop" }],
    ["/slow", { result: "slow", status: null }],
    ["/drips", { result: "ok", status: 200 }],
    ["/cut", { result: "unreachable", status: null }],
    ["/to-mail", { result: "dead" }],
    ["/to-nonsense", { result: "dead" }],
  ])("to %s is reported rightly", async (path, followed) => {
    expect(await follow(path)).toMatchObject(followed);
  });

  test("that has moved says where to, across servers", async () => {
    expect(await follow("/moved")).toMatchObject({ result: "moved", target: `http://site.example:${port}/works` });
    expect(await follow("/moved-twice")).toMatchObject({
      result: "moved",
      target: `http://other.example:${port}/works`,
    });
  });

  test("to a name that is nobody's reaches no server", async () => {
    expect(await follow("/works", "no-such-name.invalid")).toMatchObject({ result: "unreachable", status: null });
  });
});

describe("what is not public is never asked", () => {
  const secret = createServer((request, response) => {
    asked.push(`secret ${request.url}`);
    response.end();
  });
  let hidden = 0;
  beforeAll(async () => {
    await new Promise<void>((ready) => secret.listen(0, "::", ready));
    hidden = (secret.address() as AddressInfo).port;
  });
  afterAll(() => secret.close());

  test.each([
    ...["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "0.0.0.0"],
    ...[
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[0:0:0:0:0:0:0:1]",
      "[::]",
      "①②⑦.0.0.1",
      "user:pw@127.0.0.1",
    ],
    ...["inside.example", "inside-six.example", "both.example"],
  ])("at %s (V1.3.6)", async (host) => {
    asked = [];
    const followed = await followLink(`http://${host}:${hidden}/secret`, { network, patienceMs: 3000 });
    expect(followed).toEqual({ result: "not-followed", status: null, target: "" });
    expect(asked).toEqual([]);
  });

  test.each(["/to-loopback", "/to-metadata", "/to-decimal", "/to-inside"])(
    "behind %s (V1.3.6, V15.3.2)",
    async (path) => {
      asked = [];
      expect(await follow(path)).toMatchObject({ result: "not-followed" });
      expect(asked).toEqual([`HEAD site.example:${port}${path}`]);
    },
  );

  test("by a name that means another machine a moment later (V1.3.6)", async () => {
    let times = 0;
    const rebinding: Network = {
      ...network,
      resolve: async () => at(times++ === 0 ? "127.0.0.1" : "10.0.0.7"),
    };
    const followed = await followLink(`http://turning.example:${port}/moved`, { network: rebinding, patienceMs: 1500 });
    expect(followed).toMatchObject({ result: "not-followed" });
  });

  test("by a name that some resolvers know and some do not", async () => {
    asked = [];
    const { result } = await followLink(`http://localhost.:${hidden}/secret`, { network, patienceMs: 3000 });
    expect(["not-followed", "unreachable"]).toContain(result);
    expect(asked).toEqual([]);
  });

  test("even where only its port is wrong", async () => {
    for (const address of ["http://8.8.8.8:22/", "http://93.184.215.14:6379/"])
      expect(await followLink(address)).toMatchObject({ result: "not-followed" });
  });
});
