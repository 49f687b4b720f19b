import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { clientOf, trustOf } from "#lib/gate/guards/client.ts";
import { aGate, aPage, rendering } from "./a-gate.ts";

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;
const behind = (...proxies: string[]) => trustOf(proxies);

describe("the address a request came from", () => {
  test.each([
    ["the connection's, whatever the request says", from("203.0.113.9", "198.51.100.1"), [], "203.0.113.9"],
    ["what a trusted proxy says", from("10.1.2.3", "198.51.100.1"), ["10.0.0.0/8"], "198.51.100.1"],
    ["the proxy's, where it says nothing", from("10.1.2.3"), ["uniquelocal"], "10.1.2.3"],
    [
      "the nearest that is no proxy, as anybody can write what is before it",
      from("127.0.0.1", "192.0.2.7, 198.51.100.1, 10.0.0.5"),
      ["loopback", "10.0.0.5"],
      "198.51.100.1",
    ],
    ["never words that are no address", from("127.0.0.1", "unknown, <b>"), ["loopback"], "127.0.0.1"],
    ["nothing, once the connection has gone", from(undefined, "198.51.100.1"), ["loopback"], ""],
    ["the same in the notation of version 6", from("::ffff:203.0.113.9"), [], "203.0.113.9"],
    ["that of the network in version 6", from("2001:db8:0:7:aaaa::1"), [], "2001:db8:0:7::/64"],
    ["a version 6 proxy's client", from("::1", "2001:db8::5"), ["loopback"], "2001:db8:0:0::/64"],
  ])("is %s (V4.1.3, V15.3.4)", (_what, request, proxies, address) =>
    expect(clientOf(request, behind(...proxies))).toBe(address),
  );

  test("is the same for two devices of one home, and another for its neighbour", () => {
    const of = (address: string) => clientOf(from(address), behind());
    expect(of("2001:db8:0:7:1:2:3:4")).toBe(of("2001:db8:0:7:ffff::"));
    expect(of("2001:db8:0:8:1:2:3:4")).not.toBe(of("2001:db8:0:7:1:2:3:4"));
  });

  test("reaches the renderer as a trusted proxy gives it (V4.1.3, V15.3.4)", async () => {
    let seen: unknown;
    const { ask } = await aGate(
      (request, response) => {
        seen = request.headers["x-client-address"];
        rendering(aPage("x"))(request, response);
      },
      { trustedProxies: ["loopback"] },
    );
    await ask("/", { headers: { "x-forwarded-for": "198.51.100.1", "x-client-address": "192.0.2.7" } });
    expect(seen).toBe("198.51.100.1");
  });
});
